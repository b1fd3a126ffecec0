#include "paz-pick-source.h"

#include "paz-words.h"

#include "base/paz-country.h"
#include "base/paz-currency.h"
#include "base/paz-uuid.h"
#include "base/paz-zone.h"

/* Above this many records the names of all of them are not gathered: the store's own search
 * finds those with words that begin as typed. */
#define MANY 250
#define N_REMEMBERED 4

/* ---- records ---- */

static GPtrArray *
find_records (PazStore      *store,
              const PazKind *kind,
              const char    *words)
{
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  paz_query_set_language (query, paz_words_get_language ());
  if (words != NULL && *words != '\0')
    paz_query_set_search (query, words);
  ids = paz_store_find (store, query, NULL, &error);
  if (ids == NULL)
    {
      g_warning ("Could not list the records of kind %s: %s", kind->key, error->message);
      return g_ptr_array_new ();
    }

  return g_steal_pointer (&ids);
}

static gboolean
is_name (const PazField *field)
{
  return (field->type == PAZ_VALUE_TEXT && (field->flags & (PAZ_FIELD_LISTED | PAZ_FIELD_REQUIRED)) != 0) ||
         (field->type == PAZ_VALUE_TRILINGUAL && (field->flags & PAZ_FIELD_LONG) == 0);
}

static void
add_names (PazPick   *pick,
           PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      GVariant *value = paz_record_get_value (record, field);

      if (!is_name (field) || paz_value_get_state (value) != PAZ_STATE_KNOWN)
        continue;
      if (field->type == PAZ_VALUE_TRILINGUAL)
        {
          g_autoptr (PazTrilingual) words = paz_trilingual_from_value (value);

          for (guint j = 0; j < PAZ_N_LANGUAGES; j++)
            paz_pick_add_name (pick, words->in[j].text);
        }
      else
        {
          paz_pick_add_name (pick, g_variant_get_string (value, NULL));
        }
    }
}

/* by_code: what is kept is the record's code. */
static void
add_record (PazPickPool *pool,
            PazStore    *store,
            const char  *id,
            gboolean     by_code)
{
  g_autoptr (PazRecord) record = paz_store_dup_record (store, id, NULL);
  g_autofree char *title = NULL;
  const char *kept = id;

  if (record == NULL)
    return;
  if (by_code)
    kept = paz_record_get_text (record, "code");
  if (kept == NULL)
    return;
  title = paz_store_dup_title (store, id, paz_words_get_catalogue ());
  add_names (paz_pick_pool_add (pool, kept, title, NULL), record);
}

static PazPickPool *
make_records (PazStore      *store,
              const PazKind *kind,
              const char    *words,
              gboolean      *whole)
{
  PazPickPool *pool = paz_pick_pool_new ();
  gboolean many = paz_store_count (store, kind) > MANY;
  g_autoptr (GPtrArray) ids = find_records (store, kind, many ? words : NULL);

  *whole = !many;
  for (guint i = 0; i < MIN (ids->len, many ? PAZ_PICK_MAX : ids->len); i++)
    add_record (pool, store, g_ptr_array_index (ids, i), FALSE);

  return pool;
}

PazPickPool *
paz_pick_pool_for_codes (PazStore *store)
{
  PazPickPool *pool = paz_pick_pool_new ();
  g_autoptr (GPtrArray) ids = find_records (store, paz_kind_find ("participant"), NULL);

  for (guint i = 0; i < ids->len; i++)
    add_record (pool, store, g_ptr_array_index (ids, i), TRUE);

  return pool;
}

/* ---- words and codes of the program's own ---- */

static PazPickPool *
make_choices (const PazKind  *kind,
              const PazField *field)
{
  const PazChoice *choices = field->choices != NULL ? field->choices : paz_value_list_languages ();
  const char *context = field->choices != NULL ? paz_field_get_context (field, kind) : "language";
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  PazPickPool *pool = paz_pick_pool_new ();

  for (const PazChoice *choice = choices; choice->key != NULL; choice++)
    {
      const char *label = paz_choice_get_label (choice, context, catalogue);
      const char *check = paz_choice_get_check_label (choice, catalogue);
      PazPick *pick = paz_pick_pool_add (pool, choice->key, label, paz_choice_get_group_label (choice, catalogue));

      paz_pick_set_remarks (pick, g_strcmp0 (check, label) != 0 ? check : NULL,
                            paz_choice_get_note (choice, catalogue));
      for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
        paz_pick_add_name (pick, paz_choice_get_label (choice, context, paz_catalogue_get (i)));
      paz_pick_add_name (pick, choice->key);
    }

  return pool;
}

static PazPickPool *
make_flags (void)
{
  PazPickPool *pool = paz_pick_pool_new ();

  paz_pick_pool_add (pool, "true", C_("flag", "Yes"), NULL);
  paz_pick_pool_add (pool, "false", C_("flag", "No"), NULL);

  return pool;
}

typedef struct
{
  const char *code;
  char       *title;
} Named;

static int
compare_named (gconstpointer a,
               gconstpointer b,
               gpointer      catalogue)
{
  return paz_catalogue_compare (catalogue, ((const Named *) a)->title, ((const Named *) b)->title);
}

static void
named_clear (gpointer data)
{
  g_free (((Named *) data)->title);
}

static PazPickPool *
make_countries (void)
{
  PazPickPool *pool = paz_pick_pool_new ();
  g_autoptr (GArray) countries = g_array_new (FALSE, FALSE, sizeof (Named));

  g_array_set_clear_func (countries, named_clear);
  for (guint i = 0; i < paz_country_get_n (); i++)
    {
      Named named = { paz_country_get_iso3 (i), NULL };

      named.title = paz_catalogue_dup_country (paz_words_get_catalogue (), named.code);
      g_array_append_val (countries, named);
    }
  g_array_sort_with_data (countries, compare_named, paz_words_get_catalogue ());
  for (guint i = 0; i < countries->len; i++)
    {
      Named *named = &g_array_index (countries, Named, i);
      PazPick *pick = paz_pick_pool_add (pool, named->code, named->title, named->code);

      paz_pick_add_name (pick, named->code);
      for (guint j = 0; j < PAZ_N_LANGUAGES; j++)
        {
          g_autofree char *name = paz_catalogue_dup_country (paz_catalogue_get (j), named->code);

          paz_pick_add_name (pick, name);
        }
    }

  return pool;
}

PazPickPool *
paz_pick_pool_for_zones (void)
{
  PazPickPool *pool = paz_pick_pool_new ();
  const char * const *zones = paz_zone_list (NULL);

  for (guint i = 0; zones[i] != NULL; i++)
    {
      g_autofree char *city = paz_zone_dup_city (zones[i], paz_words_get_language ());
      g_autofree char *offset = paz_zone_dup_offset (zones[i]);
      g_autofree char *spaced = g_strdelimit (g_strdup (zones[i]), "_/", ' ');
      g_autofree char *region = g_strndup (zones[i], strcspn (zones[i], "/"));
      g_autofree char *title = g_str_equal (region, zones[i])
                                 ? g_strdup (zones[i]) : g_strdup_printf ("%s · %s", city, region);
      PazPick *pick = paz_pick_pool_add (pool, zones[i], title, offset);

      paz_pick_add_name (pick, city);
      paz_pick_add_name (pick, spaced);
      paz_pick_add_name (pick, zones[i]);
      for (guint j = 0; j < PAZ_N_LANGUAGES; j++)
        {
          g_autofree char *name = paz_zone_dup_city (zones[i], j);

          paz_pick_add_name (pick, name);
        }
    }

  return pool;
}

static PazPickPool *
make_currencies (void)
{
  PazPickPool *pool = paz_pick_pool_new ();
  const char * const *codes = paz_currency_list (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *name = paz_currency_dup_name (codes[i], paz_words_get_language ());
      PazPick *pick = paz_pick_pool_add (pool, codes[i], name, codes[i]);

      paz_pick_add_name (pick, codes[i]);
      for (guint j = 0; j < PAZ_N_LANGUAGES; j++)
        {
          g_autofree char *other = paz_currency_dup_name (codes[i], j);

          paz_pick_add_name (pick, other);
        }
    }

  return pool;
}

PazPickPool *
paz_pick_pool_for_field (PazStore       *store,
                         const PazKind  *kind,
                         const PazField *field,
                         const char     *words,
                         gboolean       *whole)
{
  *whole = TRUE;
  if (field->target != NULL)
    return make_records (store, paz_kind_find (field->target), words, whole);
  if (field->type == PAZ_VALUE_FLAG)
    return make_flags ();
  if (field->choices != NULL || field->type == PAZ_VALUE_LANGUAGE)
    return make_choices (kind, field);
  if (field->format == PAZ_FORMAT_ZONE)
    return paz_pick_pool_for_zones ();
  if (field->format == PAZ_FORMAT_CURRENCY || field->type == PAZ_VALUE_MONEY)
    return make_currencies ();

  return make_countries ();
}

/* ---- what is likely ---- */

/* target or type -> GPtrArray of ids, the last first; as long as the process. */
static GHashTable *
get_remembered (void)
{
  static GHashTable *remembered;

  if (remembered == NULL)
    remembered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  return remembered;
}

static const char *
get_shelf (const PazField *field)
{
  if (field->target != NULL)
    return field->target;

  return field->type == PAZ_VALUE_COUNTRY ? "/country" : field->key;
}

/* The region pays in these, and most costs of missions are told in the first. */
static const char * const likely_currencies[] = { "USD", "EUR", NULL };

char **
paz_pick_list_favourites (PazStore       *store,
                          const PazField *field)
{
  GPtrArray *ids = g_ptr_array_new ();
  GPtrArray *last = g_hash_table_lookup (get_remembered (), get_shelf (field));
  const char *own = store != NULL ? paz_store_get_participant (store) : "";
  char id[PAZ_UUID_SIZE];

  for (guint i = 0; last != NULL && i < last->len; i++)
    g_ptr_array_add (ids, g_strdup (g_ptr_array_index (last, i)));
  if (*own != '\0' && g_strcmp0 (field->target, "participant") == 0)
    {
      paz_uuid_make_shared ("participant", own, id);
      g_ptr_array_add (ids, g_strdup (id));
    }
  else if (*own != '\0' && field->type == PAZ_VALUE_COUNTRY)
    {
      g_ptr_array_add (ids, g_strdup (own));
    }
  for (guint i = 0; field->type == PAZ_VALUE_MONEY && likely_currencies[i] != NULL; i++)
    g_ptr_array_add (ids, g_strdup (likely_currencies[i]));
  g_ptr_array_add (ids, NULL);

  return (char **) g_ptr_array_free (ids, FALSE);
}

void
paz_pick_remember (const PazField *field,
                   const char     *id)
{
  GPtrArray *last;

  /* A handful of words needs no memory, and their order helps to find them. */
  if (field->choices != NULL || field->type == PAZ_VALUE_FLAG)
    return;
  last = g_hash_table_lookup (get_remembered (), get_shelf (field));
  if (last == NULL)
    {
      last = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (get_remembered (), g_strdup (get_shelf (field)), last);
    }
  for (guint i = 0; i < last->len; i++)
    if (g_str_equal (g_ptr_array_index (last, i), id))
      {
        g_ptr_array_remove_index (last, i);
        break;
      }
  g_ptr_array_insert (last, 0, g_strdup (id));
  if (last->len > N_REMEMBERED)
    g_ptr_array_set_size (last, N_REMEMBERED);
}

/* ---- titles and values ---- */

char *
paz_pick_dup_zone (const char *zone)
{
  g_autofree char *city = paz_zone_dup_city (zone, paz_words_get_language ());
  g_autofree char *offset = paz_zone_dup_offset (zone);

  if (city == NULL)
    return g_strdup (zone);

  return g_str_equal (city, zone) ? g_strdup (zone) : g_strdup_printf ("%s (%s)", city, offset);
}

static char *
dup_currency_title (const char *code)
{
  g_autofree char *name = paz_currency_dup_name (code, paz_words_get_language ());

  return g_str_equal (name, code) ? g_strdup (code) : g_strdup_printf ("%s · %s", code, name);
}

char *
paz_pick_dup_title (PazStore       *store,
                    const PazKind  *kind,
                    const PazField *field,
                    const char     *element)
{
  g_autoptr (GVariant) value = NULL;

  if (field->type == PAZ_VALUE_LINK || field->type == PAZ_VALUE_LINKS)
    return paz_store_dup_title (store, element, paz_words_get_catalogue ());
  if (field->format == PAZ_FORMAT_ZONE)
    return paz_pick_dup_zone (element);
  if (field->format == PAZ_FORMAT_CURRENCY || field->type == PAZ_VALUE_MONEY)
    return dup_currency_title (element);

  if (paz_field_is_set (field))
    value = paz_value_new_set ((const char * const []) { element, NULL });
  else
    value = g_variant_new_string (element);
  g_variant_ref_sink (value);

  return paz_value_dup_display (field, kind, value, paz_words_get_catalogue ());
}

char *
paz_pick_dup_code (PazStore   *store,
                   const char *code)
{
  char id[PAZ_UUID_SIZE];
  g_autoptr (PazRecord) record = NULL;
  g_autoptr (PazPickPool) pool = NULL;
  g_autoptr (GPtrArray) picks = NULL;

  /* Participants of the reference data have the same id everywhere; one that was added by hand is looked for. */
  paz_uuid_make_shared ("participant", code, id);
  record = paz_store_dup_record (store, id, NULL);
  if (record != NULL)
    return paz_store_dup_title (store, id, paz_words_get_catalogue ());

  pool = paz_pick_pool_for_codes (store);
  picks = paz_pick_pool_find (pool, NULL, NULL);
  for (guint i = 0; i < picks->len; i++)
    {
      PazPick *pick = g_ptr_array_index (picks, i);

      if (g_str_equal (pick->id, code))
        return g_strdup (pick->title);
    }

  return g_strdup (code);
}

GVariant *
paz_pick_make_value (const PazField *field,
                     const char     *id)
{
  if (field->type == PAZ_VALUE_FLAG)
    return g_variant_new_boolean (g_str_equal (id, "true"));

  return g_variant_new_string (id);
}
