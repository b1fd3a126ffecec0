/* The acta of a meeting as a document: agenda, who attended, what was decided, what is to be done. */
#include "paz-meeting-book.h"

#include "paz-report-spec.h"
#include "paz-word-record.h"

static void
put_agenda_item (PazWord    *word,
                 PazEdition *edition,
                 PazRecord  *item)
{
  const char *number = paz_record_get_text (item, "number");
  g_autofree char *title = paz_word_dup_text (edition, item, "title");
  g_autofree char *note = paz_word_dup_field (edition, item, "note");
  g_autofree char *heading = g_strdup_printf ("%s  %s", number != NULL ? number : "", title != NULL ? title : "…");

  paz_word_admit (word, paz_records_get_stamp (edition->records, item));
  paz_word_put_heading (word, 2, g_strstrip (heading), NULL);
  paz_word_put_field (word, edition, item, "presenter");
  paz_word_put_field (word, edition, item, "documents");
  if (note != NULL)
    paz_word_put_text (word, note, NULL);
}

static void
put_agenda (PazWord    *word,
            PazEdition *edition,
            PazRecord  *meeting)
{
  GPtrArray *items = paz_records_list_in (edition->records, "agenda_item", paz_record_get_id (meeting));

  if (items == NULL || items->len == 0)
    return;
  paz_word_put_heading (word, 1, paz_edition_say (edition, N_("Agenda")), NULL);
  for (guint i = 0; i < items->len; i++)
    put_agenda_item (word, edition, items->pdata[i]);
}

static const PazWordColumn attendance_columns[] = {
  { "participant", 4 },
  { "capacity", 3 },
  { "mode", 2 },
  { "delegates", 5 },
};

static void
put_attendance (PazWord    *word,
                PazEdition *edition,
                PazRecord  *meeting)
{
  GPtrArray *records = paz_records_list_in (edition->records, "attendance", paz_record_get_id (meeting));

  if (records == NULL || records->len == 0)
    return;
  paz_word_put_heading (word, 1, paz_edition_say (edition, N_("Who attended")), NULL);
  paz_word_put_records (word, edition, records, attendance_columns, G_N_ELEMENTS (attendance_columns));
}

/* Those of the kind that come from the meeting. */
static GPtrArray *
list_of (PazEdition *edition,
         const char *kind)
{
  GPtrArray *all = paz_records_list (edition->records, kind, NULL);
  GPtrArray *own = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (paz_meeting_has (edition, all->pdata[i]))
      g_ptr_array_add (own, all->pdata[i]);

  return own;
}

static void
put_decision (PazWord    *word,
              PazEdition *edition,
              PazRecord  *record)
{
  static const char * const facts[] = { "status", "addressee", "responsible", "due" };
  const char *number = paz_record_get_text (record, "number");
  g_autofree char *type = paz_word_dup_field (edition, record, "type");
  g_autofree char *title = paz_word_dup_text (edition, record, "title");
  g_autofree char *heading = g_strdup_printf ("%s %s  %s", type != NULL ? type : "", number != NULL ? number : "",
                                              title != NULL ? title : "");

  paz_word_admit (word, paz_records_get_stamp (edition->records, record));
  paz_word_put_heading (word, 2, g_strstrip (heading), NULL);
  paz_word_put_long (word, edition, record, "text", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    paz_word_put_field (word, edition, record, facts[i]);
}

static void
put_decisions (PazWord    *word,
               PazEdition *edition)
{
  g_autoptr (GPtrArray) records = list_of (edition, "recommendation");

  if (records->len == 0)
    return;
  paz_word_put_heading (word, 1, paz_edition_say (edition, N_("Conclusions and recommendations of the meeting")), NULL);
  for (guint i = 0; i < records->len; i++)
    put_decision (word, edition, records->pdata[i]);
}

static const PazWordColumn task_columns[] = {
  { "title", 6 },
  { "responsible", 3 },
  { "due", 2 },
  { "status", 2 },
};

static void
put_tasks (PazWord    *word,
           PazEdition *edition)
{
  g_autoptr (GPtrArray) records = list_of (edition, "task");

  if (records->len == 0)
    return;
  paz_word_put_heading (word, 1, paz_edition_say (edition, N_("Tasks that follow from the meeting")), NULL);
  paz_word_put_records (word, edition, records, task_columns, G_N_ELEMENTS (task_columns));
}

void
paz_meeting_put_document (PazWord    *word,
                          PazEdition *edition,
                          const char *title)
{
  static const char * const facts[] = { "type", "starts", "ends", "place", "host", "mode", "status" };
  PazRecord *meeting = paz_meeting_find (edition);
  g_autofree char *name = NULL;

  if (meeting == NULL)
    {
      paz_word_put_opening (word, edition, title, NULL);
      return;
    }
  name = paz_records_dup_title (edition->records, paz_record_get_id (meeting));
  paz_word_admit (word, paz_records_get_stamp (edition->records, meeting));
  paz_word_put_opening (word, edition, title, name);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    paz_word_put_field (word, edition, meeting, facts[i]);
  put_agenda (word, edition, meeting);
  put_attendance (word, edition, meeting);
  put_decisions (word, edition);
  put_tasks (word, edition);
}
