#include "paz-pick-source.h"

#include "paz-words.h"

#include "base/paz-country.h"
#include "base/paz-text.h"
#include "base/paz-uuid.h"

/* Languages a delegate, a course or a document of the network may be in; ISO 639-1. */
static const char language_codes[] = "es pt en fr ht nl ar ay de gn it qu ru zh";

/* Zones of the network, of the seats it meets at and of the missions; any other can be typed. */
static const char * const zones[] = {
  "America/Lima", "America/Argentina/Buenos_Aires", "America/Asuncion", "America/Barbados",
  "America/Belize", "America/Bogota", "America/Caracas", "America/Cayenne", "America/Costa_Rica",
  "America/El_Salvador", "America/Grenada", "America/Guatemala", "America/Guayaquil",
  "America/Guyana", "America/Havana", "America/Jamaica", "America/La_Paz", "America/Managua",
  "America/Manaus", "America/Mexico_City", "America/Montevideo", "America/Nassau",
  "America/New_York", "America/Panama", "America/Paramaribo", "America/Port-au-Prince",
  "America/Port_of_Spain", "America/Santiago", "America/Santo_Domingo", "America/Sao_Paulo",
  "America/St_Lucia", "America/Tegucigalpa", "Africa/Bangui", "Africa/Juba", "Africa/Kinshasa",
  "Africa/Nairobi", "Asia/Beirut", "Asia/Nicosia", "Europe/London", "Europe/Madrid",
  "Europe/Zurich", "UTC",
};

static gboolean
matches (const char *text,
         const char *words)
{
  g_autofree char *folded = NULL;
  g_autofree char *needle = NULL;

  if (words == NULL || *words == '\0')
    return TRUE;
  folded = paz_text_fold (text);
  needle = paz_text_fold (words);

  return paz_text_contains (folded, needle);
}

static GPtrArray *
new_picks (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) paz_pick_free);
}

static int
compare_titles (gconstpointer a,
                gconstpointer b,
                gpointer      catalogue)
{
  const PazPick * const *left = a;
  const PazPick * const *right = b;

  return paz_catalogue_compare (catalogue, (*left)->title, (*right)->title);
}

static GPtrArray *
in_order (GPtrArray *picks)
{
  g_ptr_array_sort_with_data (picks, compare_titles, paz_words_get_catalogue ());

  return picks;
}

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

PazPick *
paz_pick_new (const char *id,
              const char *title)
{
  PazPick *self = g_new0 (PazPick, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title);

  return self;
}

void
paz_pick_free (PazPick *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

GPtrArray *
paz_pick_list_records (PazStore      *store,
                       const PazKind *kind,
                       const char    *words)
{
  g_autoptr (GPtrArray) ids = find_records (store, kind, words);
  GPtrArray *picks = new_picks ();

  for (guint i = 0; i < MIN (ids->len, PAZ_PICK_MAX); i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autofree char *title = paz_store_dup_title (store, id, paz_words_get_catalogue ());

      g_ptr_array_add (picks, paz_pick_new (id, title));
    }

  return picks;
}

GPtrArray *
paz_pick_list_codes (PazStore   *store,
                     const char *words)
{
  const PazKind *kind = paz_kind_find ("participant");
  g_autoptr (GPtrArray) ids = find_records (store, kind, words);
  GPtrArray *picks = new_picks ();

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autoptr (PazRecord) record = paz_store_dup_record (store, id, NULL);
      g_autofree char *title = NULL;

      if (record == NULL || paz_record_get_text (record, "code") == NULL)
        continue;
      title = paz_store_dup_title (store, id, paz_words_get_catalogue ());
      g_ptr_array_add (picks, paz_pick_new (paz_record_get_text (record, "code"), title));
    }

  return in_order (picks);
}

/* A person may type in any of the three languages, whichever the interface speaks. */
static gboolean
matches_choice (const char      *context,
                const PazChoice *choice,
                const char      *words)
{
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    if (matches (paz_choice_get_label (choice, context, paz_catalogue_get (i)), words))
      return TRUE;

  return FALSE;
}

static gboolean
matches_country (const char *code,
                 const char *words)
{
  if (matches (code, words))
    return TRUE;
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_autofree char *name = paz_catalogue_dup_country (paz_catalogue_get (i), code);

      if (matches (name, words))
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
paz_pick_list_choices (const PazKind  *kind,
                       const PazField *field,
                       const char     *words)
{
  const char *context = paz_field_get_context (field, kind);
  GPtrArray *picks = new_picks ();

  for (const PazChoice *choice = field->choices; choice->key != NULL; choice++)
    {
      if (matches_choice (context, choice, words))
        g_ptr_array_add (picks, paz_pick_new (choice->key,
                                              paz_choice_get_label (choice, context,
                                                                    paz_words_get_catalogue ())));
    }

  return picks;
}

GPtrArray *
paz_pick_list_languages (const PazKind  *kind,
                         const PazField *field,
                         const char     *words)
{
  g_auto (GStrv) codes = g_strsplit (language_codes, " ", -1);
  GPtrArray *picks = new_picks ();

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *title = paz_pick_dup_title (NULL, kind, field, codes[i]);

      if (matches (title, words) || matches (codes[i], words))
        g_ptr_array_add (picks, paz_pick_new (codes[i], title));
    }

  return picks;
}

GPtrArray *
paz_pick_list_countries (const char *words)
{
  GPtrArray *picks = new_picks ();

  for (guint i = 0; i < paz_country_get_n (); i++)
    {
      const char *code = paz_country_get_iso3 (i);
      g_autofree char *title = NULL;

      if (!matches_country (code, words))
        continue;
      title = paz_catalogue_dup_country (paz_words_get_catalogue (), code);
      g_ptr_array_add (picks, paz_pick_new (code, title));
    }

  return in_order (picks);
}

GPtrArray *
paz_pick_list_zones (const char *words)
{
  GPtrArray *picks = new_picks ();

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *title = g_strdelimit (g_strdup (zones[i]), "_", ' ');

      if (matches (title, words))
        g_ptr_array_add (picks, paz_pick_new (zones[i], title));
    }
  if (picks->len == 0 && words != NULL)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (words);

      if (zone != NULL)
        g_ptr_array_add (picks, paz_pick_new (words, words));
    }

  return picks;
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
  g_autoptr (GPtrArray) picks = NULL;

  /* Participants of the reference data have the same id everywhere; one that was added by hand is looked for. */
  paz_uuid_make_shared ("participant", code, id);
  record = paz_store_dup_record (store, id, NULL);
  if (record != NULL)
    return paz_store_dup_title (store, id, paz_words_get_catalogue ());

  picks = paz_pick_list_codes (store, NULL);
  for (guint i = 0; i < picks->len; i++)
    {
      PazPick *pick = g_ptr_array_index (picks, i);

      if (g_str_equal (pick->id, code))
        return g_strdup (pick->title);
    }

  return g_strdup (code);
}
