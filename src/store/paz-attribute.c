/* What every record has beside its fields, described as fields are. */
#include "paz-find-sql.h"
#include "paz-store-core.h"

#include "base/paz-date.h"

static const PazChoice levels[] = {
  { "public", NC_("level", "Public") },
  { "network", NC_("level", "Network") },
  { "named", NC_("level", "Named participants") },
  { "national", NC_("level", "National") },
  { NULL }
};

static const PazChoice translations[] = {
  { "complete", NC_("translation", "Complete") },
  { "missing", NC_("translation", "Missing") },
  { "stale", NC_("translation", "Stale") },
  { NULL }
};

static const PazField attributes[PAZ_N_ATTRIBUTES] = {
  [PAZ_ATTRIBUTE_OWNER] = {
    .key = "owner", .label = NC_("record", "Owner"), .context = "record", .type = PAZ_VALUE_COUNTRY,
  },
  [PAZ_ATTRIBUTE_LEVEL] = {
    .key = "level", .label = NC_("level", "Level"), .context = "level", .type = PAZ_VALUE_CHOICE,
    .choices = levels,
  },
  [PAZ_ATTRIBUTE_CHANGED] = {
    .key = "changed", .label = NC_("record", "Changed"), .context = "record", .type = PAZ_VALUE_DATETIME,
  },
  [PAZ_ATTRIBUTE_CONFLICT] = {
    .key = "conflict", .label = NC_("record", "In Conflict"), .context = "record", .type = PAZ_VALUE_FLAG,
  },
  [PAZ_ATTRIBUTE_TRANSLATION] = {
    .key = "translation", .label = NC_("translation", "Translation"), .context = "translation",
    .type = PAZ_VALUE_CHOICE, .choices = translations,
  },
  [PAZ_ATTRIBUTE_MINE] = {
    .key = "mine", .label = NC_("record", "Mine"), .context = "record", .type = PAZ_VALUE_FLAG,
  },
};

const PazField *
paz_attribute_get (PazAttribute attribute)
{
  g_return_val_if_fail (attribute < PAZ_N_ATTRIBUTES, NULL);

  return &attributes[attribute];
}

gboolean
paz_field_is_attribute (const PazField *field,
                        PazAttribute   *attribute)
{
  for (guint i = 0; i < PAZ_N_ATTRIBUTES; i++)
    if (field == &attributes[i])
      {
        if (attribute != NULL)
          *attribute = (PazAttribute) i;
        return TRUE;
      }

  return FALSE;
}

const PazField *
paz_field_find (const PazKind *kind,
                const char    *key)
{
  const PazField *field;

  g_return_val_if_fail (kind != NULL && key != NULL, NULL);

  field = paz_kind_find_field (kind, key);
  for (guint i = 0; field == NULL && i < PAZ_N_ATTRIBUTES; i++)
    if (g_str_equal (attributes[i].key, key))
      field = &attributes[i];

  return field;
}

/* ---- as a person reads them ---- */

static char *
dup_plain_links (PazStore     *self,
                 const char   *plain,
                 PazCatalogue *catalogue)
{
  g_auto (GStrv) ids = g_strsplit (plain, " ", -1);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (titles, paz_store_dup_title (self, ids[i], catalogue));
  g_ptr_array_add (titles, NULL);

  return g_strjoinv ("; ", (char **) titles->pdata);
}

/* Whose a record is: no country of the world where nobody has said it, or it is everybody's. */
static char *
dup_owner (const char   *code,
           PazCatalogue *catalogue)
{
  if (g_str_equal (code, "*"))
    return g_strdup (paz_catalogue_ptext (catalogue, "owner", NC_("owner", "Shared")));
  if (g_str_equal (code, "XX"))
    return g_strdup (paz_catalogue_ptext (catalogue, "owner", NC_("owner", "Not said yet")));

  return paz_catalogue_dup_country (catalogue, code);
}

char *
paz_store_dup_plain_display (PazStore       *self,
                             const PazKind  *kind,
                             const PazField *field,
                             const char     *plain,
                             PazCatalogue   *catalogue)
{
  gboolean is_state = g_str_equal (plain, "?") || g_str_equal (plain, "n/a");
  g_autoptr (GVariant) value = NULL;

  g_return_val_if_fail (PAZ_IS_STORE (self) && kind != NULL && field != NULL && plain != NULL, NULL);

  if (field == &attributes[PAZ_ATTRIBUTE_OWNER])
    return dup_owner (plain, catalogue);
  if (*plain != '\0' && !is_state && (field->type == PAZ_VALUE_LINK || field->type == PAZ_VALUE_LINKS))
    return dup_plain_links (self, plain, catalogue);
  if (paz_date_check (plain) != PAZ_DATE_INVALID
      && (field->type == PAZ_VALUE_DATE || field->type == PAZ_VALUE_MONTH || field->type == PAZ_VALUE_DATETIME))
    return paz_catalogue_dup_date (catalogue, plain);

  value = paz_value_parse (field, plain, paz_catalogue_get (PAZ_LANGUAGE_EN), NULL);
  if (value == NULL)
    return g_strdup (plain);
  g_variant_ref_sink (value);

  return paz_value_dup_display (field, kind, value, catalogue);
}

static gboolean
has_conflict (PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (paz_record_is_in_conflict (record, &kind->fields[i]))
      return TRUE;

  return FALSE;
}

static const char *
get_translation (PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);
  gboolean missing = FALSE;
  gboolean stale = FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autoptr (PazTrilingual) texts = NULL;
      PazLanguage shown;

      if (kind->fields[i].type != PAZ_VALUE_TRILINGUAL)
        continue;
      texts = paz_trilingual_from_value (paz_record_get_value (record, &kind->fields[i]));
      if (paz_trilingual_get_best (texts, PAZ_LANGUAGE_ES, &shown) == NULL)
        continue;
      for (int j = 0; j < PAZ_N_LANGUAGES; j++)
        {
          PazTranslationState state = paz_trilingual_get_state (texts, (PazLanguage) j);

          missing |= state == PAZ_TRANSLATION_MISSING;
          stale |= state == PAZ_TRANSLATION_STALE;
        }
    }

  return missing ? "missing" : stale ? "stale" : "complete";
}

static char *
dup_own_id (PazStore *self)
{
  g_autoptr (sqlite3_stmt) statement = paz_sql_prepare (paz_store_get_reader_db (self),
                                                        "SELECT " PAZ_FIND_OWN_ID, NULL);

  return statement != NULL && sqlite3_step (statement) == SQLITE_ROW
         ? g_strdup (paz_sql_get_text (statement, 0)) : NULL;
}

static gboolean
is_mine (PazStore  *self,
         PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);
  g_autofree char *own = NULL;

  if (g_strcmp0 (paz_record_get_owner (record), paz_identity_get_owner (self)) == 0)
    return TRUE;
  own = dup_own_id (self);
  for (guint i = 0; own != NULL && i < kind->n_fields; i++)
    if (kind->fields[i].type == PAZ_VALUE_LINK
        && g_strcmp0 (paz_record_get_text (record, kind->fields[i].key), own) == 0)
      return TRUE;

  return FALSE;
}

char *
paz_attribute_dup_display (PazStore       *self,
                           PazRecord      *record,
                           const PazField *field,
                           PazCatalogue   *catalogue)
{
  const PazKind *kind = paz_record_get_kind (record);
  const char *plain = NULL;

  switch ((PazAttribute) (field - attributes))
    {
    case PAZ_ATTRIBUTE_OWNER:
      return dup_owner (paz_record_get_owner (record), catalogue);
    case PAZ_ATTRIBUTE_CHANGED:
      return paz_record_get_changed (record) > 0
             ? paz_catalogue_dup_moment (catalogue, paz_record_get_changed (record)) : g_strdup ("");
    case PAZ_ATTRIBUTE_LEVEL:
      plain = paz_level_get_key (paz_record_get_level (record));
      break;
    case PAZ_ATTRIBUTE_CONFLICT:
      plain = has_conflict (record) ? "true" : "false";
      break;
    case PAZ_ATTRIBUTE_TRANSLATION:
      plain = get_translation (record);
      break;
    case PAZ_ATTRIBUTE_MINE:
      plain = is_mine (self, record) ? "true" : "false";
      break;
    }

  return paz_store_dup_plain_display (self, kind, field, plain, catalogue);
}
