/* search: records of any kind by words, with the words in view. */
#include "paz-cli-record.h"
#include "paz-gate.h"
#include "paz-grid.h"
#include "paz-verbs.h"

#include <string.h>

#include "base/paz-decimal.h"

static const PazOption search_options[] = {
  { "limit", NC_("argument", "NUMBER"), FALSE, N_("At most so many records (otherwise 50)") },
  PAZ_GATE_OPTION,
  { NULL }
};

#define DEFAULT_LIMIT 50
/* What the readers may not see takes no place of what they may. */
#define MOST 100000

static const char *
get_rank_key (PazHitRank rank)
{
  switch (rank)
    {
    case PAZ_HIT_EXACT:
      return "exact";
    case PAZ_HIT_TITLE:
      return "title";
    case PAZ_HIT_TEXT:
      return "text";
    }

  g_return_val_if_reached ("text");
}

static void
add_spans (PazJson    *json,
           const char *key,
           const char *text,
           GArray     *spans)
{
  paz_json_add_key (json, key);
  paz_json_begin_array (json);
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      PazSpan span = g_array_index (spans, PazSpan, i);
      g_autofree char *word = g_strndup (text + span.start, span.end - span.start);

      paz_json_add_text (json, word);
    }
  paz_json_end_array (json);
}

static void
print_json (GPtrArray *hits)
{
  g_autoptr (PazJson) json = paz_json_new ();

  paz_json_begin_array (json);
  for (guint i = 0; i < hits->len; i++)
    {
      const PazHit *hit = g_ptr_array_index (hits, i);

      paz_json_begin_object (json);
      paz_json_set_text (json, "id", hit->record);
      paz_json_set_text (json, "kind", hit->kind->key);
      paz_json_set_text (json, "in", hit->container);
      paz_json_set_text (json, "found", get_rank_key (hit->rank));
      paz_json_set_text (json, "title", hit->title);
      paz_json_set_text (json, "snippet", hit->snippet);
      if (hit->snippet != NULL)
        add_spans (json, "words", hit->snippet, hit->snippet_spans);
      else
        add_spans (json, "words", hit->title, hit->title_spans);
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
  paz_json_print (json);
}

static void
print_table (GPtrArray *hits)
{
  g_autoptr (PazGrid) grid = paz_grid_new ();

  paz_grid_add_column (grid, "id", C_("column", "Id"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "kind", C_("column", "Kind"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "title", C_("column", "Title"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "snippet", C_("column", "Found In"), PAZ_GRID_TEXT);
  for (guint i = 0; i < hits->len; i++)
    {
      const PazHit *hit = g_ptr_array_index (hits, i);

      paz_grid_add_cell (grid, hit->record);
      paz_grid_add_cell (grid, _(hit->kind->phrases.singular));
      paz_grid_add_cell (grid, hit->title);
      paz_grid_add_cell (grid, hit->snippet);
    }
  paz_grid_print (grid, PAZ_GRID_TABLE);
}

/* A title may be made of other records' titles: it is made again as these readers may read it. */
static gboolean
pass_hit (PazCli  *cli,
          PazGate *gate,
          PazHit  *hit)
{
  g_autoptr (PazRecord) record = paz_store_dup_record (cli->store, hit->record, NULL);
  g_autoptr (PazRecord) passed = record != NULL ? paz_gate_pass (gate, record) : NULL;

  if (passed == NULL)
    return FALSE;
  for (const char * const *key = hit->kind->title_fields; *key != NULL; key++)
    {
      const PazField *field = paz_kind_find_field (hit->kind, *key);

      if (!paz_value_equal (field, paz_record_get_value (record, field), paz_record_get_value (passed, field)))
        {
          g_free (hit->title);
          hit->title = paz_record_dup_title (passed, paz_cli_get_words ());
          g_array_set_size (hit->title_spans, 0);
        }
    }

  return TRUE;
}

static int
compare_hits_cb (gconstpointer a,
                 gconstpointer b)
{
  return strcmp ((*(const PazHit * const *) a)->record, (*(const PazHit * const *) b)->record);
}

/* How well a record fits, and where, may rest on the title of another that these readers may not see:
 * others than the own delegation get what was found in the order of its ids, and nothing of that. */
static void
level_hits (GPtrArray *hits)
{
  for (guint i = 0; i < hits->len; i++)
    {
      PazHit *hit = hits->pdata[i];

      hit->rank = PAZ_HIT_TEXT;
      g_clear_pointer (&hit->snippet, g_free);
      g_clear_pointer (&hit->snippet_spans, g_array_unref);
    }
  g_ptr_array_sort (hits, compare_hits_cb);
}

static void
pass_hits (PazCli            *cli,
           GPtrArray         *hits,
           const PazAudience *readers,
           guint              limit)
{
  g_autoptr (PazGate) gate = paz_gate_new (cli->store, readers);

  for (guint i = 0; i < hits->len && i < limit;)
    if (pass_hit (cli, gate, g_ptr_array_index (hits, i)))
      i++;
    else
      g_ptr_array_remove_index (hits, i);
  if (hits->len > limit)
    g_ptr_array_set_size (hits, (int) limit);
}

static gboolean
read_limit (PazArguments *arguments,
            gint64       *limit,
            PazExit      *exit)
{
  const char *text = paz_arguments_get (arguments, "limit");

  *limit = DEFAULT_LIMIT;
  if (text == NULL || (paz_integer_parse (text, '.', limit) && *limit > 0 && *limit <= MOST))
    return TRUE;

  *exit = paz_cli_misuse (&paz_verb_search, _("“%s” is no number of entries."), text);
  return FALSE;
}

static char *
dup_words (PazArguments *arguments)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < paz_arguments_n_words (arguments); i++)
    g_string_append_printf (words, i > 0 ? " %s" : "%s", paz_arguments_get_word (arguments, i));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static PazExit
run_search (PazCli       *cli,
            PazArguments *arguments)
{
  g_autofree char *words = dup_words (arguments);
  g_autoptr (PazAudience) readers = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  gboolean own;
  gint64 limit;
  PazExit exit;

  if (!read_limit (arguments, &limit, &exit) || !paz_cli_open (cli, PAZ_STORE_OPEN_READ_ONLY, &exit))
    return exit;
  readers = paz_cli_read_readers (cli, arguments, &paz_verb_search, &exit);
  if (readers == NULL)
    return exit;
  own = readers->type == PAZ_AUDIENCE_OWN;
  hits = paz_store_search (cli->store, words, own ? (guint) limit : MOST, paz_cli_get_words (), NULL, &error);
  if (hits == NULL)
    return paz_cli_fail (cli, error, cli->store_path);
  if (!own)
    level_hits (hits);
  pass_hits (cli, hits, readers, (guint) limit);

  if (cli->json)
    print_json (hits);
  else if (hits->len > 0)
    print_table (hits);
  else
    paz_cli_say (_("Nothing was found."));

  return PAZ_EXIT_DONE;
}

const PazVerb paz_verb_search = {
  .name = "search",
  .usage = N_("search WORDS… [--limit NUMBER] [--for READERS]"),
  .summary = N_("Find records of any kind by words in any language, best first."),
  .details = N_("Every word must occur, from its beginning, without regard to accents and capitals. A record "
                "whose code or title is what was asked comes first, then titles that hold the words, then texts."),
  .options = search_options,
  .min_words = 1,
  .max_words = 32,
  .run = run_search,
};
