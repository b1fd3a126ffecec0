/* Fields and attributes as SQL expressions. */
#include "paz-find-sql.h"

/* A title made of the title of another record, and that of a third. */
#define MAX_DEPTH 2

PazShape
paz_shape_get (const PazField *field)
{
  if (paz_field_is_set (field))
    return field->type == PAZ_VALUE_LINKS ? PAZ_SHAPE_LINKS : PAZ_SHAPE_SET;

  switch (field->type)
    {
    case PAZ_VALUE_TEXT:
    case PAZ_VALUE_NOTE:
      return PAZ_SHAPE_WORDS;
    case PAZ_VALUE_LANGUAGE:
    case PAZ_VALUE_COUNTRY:
    case PAZ_VALUE_HASH:
      return PAZ_SHAPE_CODE;
    case PAZ_VALUE_INTEGER:
      return PAZ_SHAPE_NUMBER;
    case PAZ_VALUE_FLAG:
      return PAZ_SHAPE_FLAG;
    case PAZ_VALUE_REAL:
      return PAZ_SHAPE_DECIMAL;
    case PAZ_VALUE_DATE:
    case PAZ_VALUE_MONTH:
      return PAZ_SHAPE_DATE;
    case PAZ_VALUE_DATETIME:
      return PAZ_SHAPE_MOMENT;
    case PAZ_VALUE_MONEY:
      return PAZ_SHAPE_MONEY;
    case PAZ_VALUE_CHOICE:
      return PAZ_SHAPE_CHOICE;
    case PAZ_VALUE_LINK:
      return PAZ_SHAPE_LINK;
    case PAZ_VALUE_LINKS:
      return PAZ_SHAPE_LINKS;
    case PAZ_VALUE_TRILINGUAL:
      return PAZ_SHAPE_TRILINGUAL;
    }

  g_return_val_if_reached (PAZ_SHAPE_CODE);
}

/* ---- texts in three languages ---- */

char *
paz_find_dup_best (const char     *table,
                   const PazField *field,
                   PazLanguage     language)
{
  const char *key = field->key;

  return g_strdup_printf ("coalesce (%s.\"%s_%s\", CASE %s.\"%s_src\" WHEN 'es' THEN %s.\"%s_es\""
                          " WHEN 'pt' THEN %s.\"%s_pt\" WHEN 'en' THEN %s.\"%s_en\" END,"
                          " %s.\"%s_es\", %s.\"%s_pt\", %s.\"%s_en\")",
                          table, key, paz_language_get_code (language), table, key, table, key,
                          table, key, table, key, table, key, table, key, table, key);
}

/* Joins what `dup` says of the language, or of each, by OR. */
static char *
join_languages (const PazField *field,
                const char     *language,
                char         *(*dup) (const char *key, const char *code))
{
  GString *sql = g_string_new (NULL);

  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      const char *code = paz_language_get_code ((PazLanguage) i);
      g_autofree char *one = NULL;

      if (*language != '\0' && !g_str_equal (language, code))
        continue;
      one = dup (field->key, code);
      g_string_append_printf (sql, "%s%s", sql->len > 0 ? " OR " : "", one);
    }

  return g_string_free (sql, FALSE);
}

static char *
dup_missing_in (const char *key,
                const char *code)
{
  return g_strdup_printf ("k.\"%s_%s\" IS NULL", key, code);
}

char *
paz_find_dup_missing (const PazField *field,
                      const char     *language)
{
  g_autofree char *in = join_languages (field, language, dup_missing_in);

  if (*in == '\0')
    return g_strdup ("0");

  return g_strdup_printf ("(coalesce (k.\"%s_es\", k.\"%s_pt\", k.\"%s_en\") IS NOT NULL AND (%s))",
                          field->key, field->key, field->key, in);
}

/* As paz_trilingual_get_state says: made from another text than the source is now, or from none. */
static char *
dup_stale_in (const char *key,
              const char *code)
{
  return g_strdup_printf ("(k.\"%s_%s\" IS NOT NULL AND k.\"%s_src\" IS NOT '%s' AND (k.\"%s_%s_k\" IS NULL OR"
                          " k.\"%s_%s_k\" IS NOT CASE k.\"%s_src\" WHEN 'es' THEN k.\"%s_es_k\""
                          " WHEN 'pt' THEN k.\"%s_pt_k\" WHEN 'en' THEN k.\"%s_en_k\" END))",
                          key, code, key, code, key, code, key, code, key, key, key, key);
}

char *
paz_find_dup_stale (const PazField *field,
                    const char     *language)
{
  g_autofree char *in = join_languages (field, language, dup_stale_in);

  return *in != '\0' ? g_strdup_printf ("(%s)", in) : g_strdup ("0");
}

/* ---- attributes ---- */

static char *
dup_any_text (const PazKind *kind,
              char        *(*dup) (const PazField *field, const char *language))
{
  GString *sql = g_string_new ("0");

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == PAZ_VALUE_TRILINGUAL)
      {
        g_autofree char *one = dup (&kind->fields[i], "");

        g_string_append_printf (sql, " OR %s", one);
      }

  return g_string_free (sql, FALSE);
}

static char *
dup_mine (const PazKind *kind)
{
  GString *sql = g_string_new ("(k.owner = coalesce (" PAZ_FIND_OWN_CODE ", 'XX')");

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == PAZ_VALUE_LINK && g_str_equal (kind->fields[i].target, "participant"))
      g_string_append_printf (sql, " OR k.\"%s\" IS " PAZ_FIND_OWN_ID " AND k.\"%s\" IS NOT NULL",
                              kind->fields[i].key, kind->fields[i].key);

  return g_string_free (g_string_append_c (sql, ')'), FALSE);
}

static char *
dup_attribute (const PazKind *kind,
               PazAttribute   attribute)
{
  g_autofree char *missing = NULL;
  g_autofree char *stale = NULL;

  switch (attribute)
    {
    case PAZ_ATTRIBUTE_OWNER:
      return g_strdup ("k.owner");
    case PAZ_ATTRIBUTE_LEVEL:
      return g_strdup ("CASE k.level WHEN 0 THEN 'public' WHEN 1 THEN 'network' WHEN 2 THEN 'named' ELSE 'national' END");
    case PAZ_ATTRIBUTE_CHANGED:
      return g_strdup ("strftime ('%Y-%m-%dT%H:%M:%S', k.changed / 1000, 'unixepoch', 'localtime')");
    case PAZ_ATTRIBUTE_CONFLICT:
      return g_strdup ("(k.conflicts <> '')");
    case PAZ_ATTRIBUTE_TRANSLATION:
      missing = dup_any_text (kind, paz_find_dup_missing);
      stale = dup_any_text (kind, paz_find_dup_stale);
      return g_strdup_printf ("CASE WHEN %s THEN 'missing' WHEN %s THEN 'stale' ELSE 'complete' END", missing, stale);
    case PAZ_ATTRIBUTE_MINE:
      return dup_mine (kind);
    }

  g_return_val_if_reached (NULL);
}

/* ---- values ---- */

char *
paz_find_dup_value (const PazKind  *kind,
                    const PazField *field)
{
  PazAttribute attribute;

  if (paz_field_is_attribute (field, &attribute))
    return dup_attribute (kind, attribute);

  switch (paz_shape_get (field))
    {
    case PAZ_SHAPE_MONEY:
      return g_strdup_printf ("k.\"%s_a\"", field->key);
    case PAZ_SHAPE_TRILINGUAL:
      return g_strdup_printf ("k.\"%s_src\"", field->key);
    case PAZ_SHAPE_WORDS:
    case PAZ_SHAPE_CODE:
    case PAZ_SHAPE_NUMBER:
    case PAZ_SHAPE_FLAG:
    case PAZ_SHAPE_DECIMAL:
    case PAZ_SHAPE_DATE:
    case PAZ_SHAPE_MOMENT:
    case PAZ_SHAPE_CHOICE:
    case PAZ_SHAPE_LINK:
    case PAZ_SHAPE_LINKS:
    case PAZ_SHAPE_SET:
      return g_strdup_printf ("k.\"%s\"", field->key);
    }

  g_return_val_if_reached (NULL);
}

static char *
dup_title_part (const PazField *field,
                const char     *table,
                guint           depth)
{
  const PazKind *target;
  g_autofree char *inner = NULL;
  g_autofree char *words = NULL;

  switch (paz_shape_get (field))
    {
    case PAZ_SHAPE_TRILINGUAL:
      return g_strdup_printf ("coalesce (%s.\"%s_es\", '') || char (10) || coalesce (%s.\"%s_pt\", '')"
                              " || char (10) || coalesce (%s.\"%s_en\", '')",
                              table, field->key, table, field->key, table, field->key);
    case PAZ_SHAPE_LINK:
      target = paz_kind_find (field->target);
      if (target == NULL || depth >= MAX_DEPTH)
        return g_strdup ("''");
      inner = g_strconcat (table, "t", NULL);
      words = paz_find_dup_title (target, inner, depth + 1);
      return g_strdup_printf ("coalesce ((SELECT %s FROM \"k_%s\" AS %s WHERE %s.id = %s.\"%s\"), '')",
                              words, target->key, inner, inner, table, field->key);
    case PAZ_SHAPE_MONEY:
    case PAZ_SHAPE_LINKS:
      return g_strdup ("''");
    case PAZ_SHAPE_WORDS:
    case PAZ_SHAPE_CODE:
    case PAZ_SHAPE_NUMBER:
    case PAZ_SHAPE_FLAG:
    case PAZ_SHAPE_DECIMAL:
    case PAZ_SHAPE_DATE:
    case PAZ_SHAPE_MOMENT:
    case PAZ_SHAPE_CHOICE:
    case PAZ_SHAPE_SET:
      return g_strdup_printf ("coalesce (%s.\"%s\", '')", table, field->key);
    }

  g_return_val_if_reached (NULL);
}

char *
paz_find_dup_title (const PazKind *kind,
                    const char    *table,
                    guint          depth)
{
  GString *sql = g_string_new (NULL);

  for (int i = 0; kind->title_fields[i] != NULL; i++)
    {
      const PazField *field = paz_kind_find_field (kind, kind->title_fields[i]);
      g_autofree char *part = field != NULL ? dup_title_part (field, table, depth) : g_strdup ("''");

      g_string_append_printf (sql, "%s%s", i > 0 ? " || char (10) || " : "", part);
    }

  return g_string_free (sql, FALSE);
}

/* ---- groups ---- */

gboolean
paz_field_can_group (const PazField *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  switch (paz_shape_get (field))
    {
    case PAZ_SHAPE_CODE:
      return field->type != PAZ_VALUE_HASH;
    case PAZ_SHAPE_NUMBER:
      return (field->flags & PAZ_FIELD_PLAIN) != 0;
    case PAZ_SHAPE_FLAG:
    case PAZ_SHAPE_DATE:
    case PAZ_SHAPE_MOMENT:
    case PAZ_SHAPE_CHOICE:
    case PAZ_SHAPE_LINK:
      return TRUE;
    case PAZ_SHAPE_WORDS:
    case PAZ_SHAPE_DECIMAL:
    case PAZ_SHAPE_MONEY:
    case PAZ_SHAPE_LINKS:
    case PAZ_SHAPE_SET:
    case PAZ_SHAPE_TRILINGUAL:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

static char *
dup_group_value (const PazQuery *query,
                 const char     *value)
{
  PazShape shape = paz_shape_get (query->group);

  if (shape == PAZ_SHAPE_FLAG)
    return g_strdup_printf ("CASE %s WHEN 0 THEN 'false' ELSE 'true' END", value);
  if (shape == PAZ_SHAPE_NUMBER)
    return g_strdup_printf ("CAST (%s AS TEXT)", value);
  if (shape != PAZ_SHAPE_DATE && shape != PAZ_SHAPE_MOMENT)
    return g_strdup (value);

  return g_strdup_printf ("substr (%s, 1, %d)", value,
                          query->grouping == PAZ_GROUP_YEAR ? 4 : query->grouping == PAZ_GROUP_MONTH ? 7 : 10);
}

char *
paz_find_dup_group (const PazQuery *query)
{
  g_autofree char *value = paz_find_dup_value (query->kind, query->group);
  g_autofree char *key = dup_group_value (query, value);

  return g_strdup_printf ("CASE WHEN %s IS NOT NULL THEN %s WHEN instr (k.states, ' %s:u ') > 0 THEN '?'"
                          " WHEN instr (k.states, ' %s:n ') > 0 THEN 'n/a' ELSE '' END",
                          value, key, query->group->key, query->group->key);
}
