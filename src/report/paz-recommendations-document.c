/* The report `recommendations` as a document: each recommendation with its text, what stands open in it,
 * reservations as footnotes, and the positions of the delegations. */
#include "paz-recommendations.h"

#include "model/paz-brackets.h"
#include "paz-report-spec.h"
#include "paz-word-record.h"

static char *
make_anchor (guint n)
{
  return g_strdup_printf ("item%u", n + 1);
}

/* "3.1 Title"; a recommendation without either is named by its kind. */
static char *
dup_heading (PazEdition *edition,
             PazRecord  *record)
{
  const char *number = paz_record_get_text (record, "number");
  g_autofree char *title = paz_records_dup_title (edition->records, paz_record_get_id (record));
  g_autofree char *words = paz_word_dup_text (edition, record, "title");

  if (words == NULL)
    return g_steal_pointer (&title);

  return number != NULL && *number != '\0' ? g_strdup_printf ("%s  %s", number, words) : g_steal_pointer (&words);
}

static void
put_contents (PazWord    *word,
              PazEdition *edition,
              GPtrArray  *records)
{
  paz_word_put_heading (word, 1, paz_edition_say (edition, N_("Contents")), NULL);
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *anchor = make_anchor (i);
      g_autofree char *heading = dup_heading (edition, records->pdata[i]);

      paz_word_admit (word, paz_records_get_stamp (edition->records, records->pdata[i]));
      paz_word_put_link (word, anchor, heading);
    }
}

/* "Uruguay, reservation: …" of each that reserves, amends or objects. */
static GPtrArray *
list_footnotes (PazWord    *word,
                PazEdition *edition,
                GPtrArray  *positions)
{
  GPtrArray *footnotes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; positions != NULL && i < positions->len; i++)
    {
      PazRecord *position = g_ptr_array_index (positions, i);
      g_autofree char *who = paz_word_dup_field (edition, position, "participant");
      g_autofree char *code = paz_word_dup_field (edition, position, "code");
      g_autofree char *said = paz_word_dup_field (edition, position, "statement");
      g_autofree char *amendment = paz_word_dup_field (edition, position, "amendment");

      if (!paz_position_is_reserved (position) || who == NULL || (said == NULL && amendment == NULL))
        continue;
      paz_word_admit (word, paz_records_get_stamp (edition->records, position));
      g_ptr_array_add (footnotes, g_strdup_printf ("%s (%s): %s%s%s", who, code, said != NULL ? said : "",
                                                   said != NULL && amendment != NULL ? " " : "",
                                                   amendment != NULL ? amendment : ""));
    }

  return footnotes;
}

static void
put_open_points (PazWord    *word,
                 PazEdition *edition,
                 const char *text)
{
  g_autoptr (GPtrArray) brackets = text != NULL ? paz_brackets_find (text) : NULL;
  gboolean headed = FALSE;

  for (guint i = 0; brackets != NULL && i < brackets->len; i++)
    {
      const PazBracket *bracket = g_ptr_array_index (brackets, i);
      g_autofree char *who = paz_bracket_dup_who (bracket);
      g_autofree char *words = paz_bracket_dup_words (bracket, text);

      if (bracket->type == PAZ_BRACKET_STRAY)
        continue;
      if (!headed)
        paz_word_put_heading (word, 3, paz_edition_say (edition, N_("Open points in the texts")), NULL);
      headed = TRUE;
      paz_word_put_pair (word, *who != '\0' ? who : "[ ]", words);
    }
}

static const PazWordColumn position_columns[] = {
  { "participant", 3 },
  { "code", 3 },
  { "statement", 6 },
  { "date", 2 },
};

static void
put_positions (PazWord    *word,
               PazEdition *edition,
               GPtrArray  *positions)
{
  g_autoptr (GPtrArray) counting = paz_recommendations_list_counting (edition, positions);
  PazConsensus consensus = paz_consensus_compute (counting);

  paz_word_put_pair (word, paz_catalogue_ptext (edition->catalogue, "column", NC_("column", "Consensus")),
                     paz_catalogue_ptext (edition->catalogue, "consensus", paz_consensus_get_label (consensus)));
  paz_word_put_records (word, edition, positions, position_columns, G_N_ELEMENTS (position_columns));
}

static void
put_recommendation (PazWord    *word,
                    PazEdition *edition,
                    PazRecord  *record,
                    guint       n)
{
  static const char * const facts[] = { "type", "category", "addressee", "responsible", "due", "status", "symbol" };
  GPtrArray *positions = paz_records_list_in (edition->records, "position", paz_record_get_id (record));
  g_autofree char *anchor = make_anchor (n);
  g_autofree char *heading = dup_heading (edition, record);
  g_autofree char *text = paz_word_dup_text (edition, record, "text");
  g_autoptr (GPtrArray) footnotes = list_footnotes (word, edition, positions);

  paz_word_admit (word, paz_records_get_stamp (edition->records, record));
  paz_word_put_heading (word, 1, heading, anchor);
  if (!paz_word_put_long (word, edition, record, "text", footnotes))
    paz_word_put_note (word, paz_edition_say (edition, N_("No text yet.")));
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    paz_word_put_field (word, edition, record, facts[i]);
  put_open_points (word, edition, text);
  put_positions (word, edition, positions);
}

void
paz_recommendations_put_document (PazWord    *word,
                                  PazEdition *edition,
                                  const char *title)
{
  GPtrArray *records = paz_records_list (edition->records, "recommendation", NULL);

  paz_word_put_opening (word, edition, title, paz_edition_say (edition, N_("Text for amendment; the positions are those that its audience may see.")));
  put_contents (word, edition, records);
  for (guint i = 0; i < records->len; i++)
    put_recommendation (word, edition, records->pdata[i], i);
}
