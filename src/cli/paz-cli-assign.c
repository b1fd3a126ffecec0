/* FIELD=VALUE: fields of every type, parts of trilingual texts, and who may see the record. */
#include "paz-cli-record.h"

#include "base/paz-text.h"

#include <string.h>

/* The verb in whose words wrong use is explained. */
static const PazVerb *
get_verb (void)
{
  return paz_verb_find ("set");
}

static gboolean
refuse_value (const char *name,
              const char *value,
              const char *reason,
              PazExit    *exit)
{
  *exit = paz_cli_refuse (_("“%s” cannot be “%s”: %s"), name, value, reason);
  return FALSE;
}

/* ---- who may see it ---- */

static gboolean
assign_level (PazRecord  *record,
              const char *value,
              PazExit    *exit)
{
  PazLevel level;

  if (!paz_level_from_key (value, &level))
    return refuse_value ("level", value, _("choose public, network, named or national."), exit);
  paz_record_set_release (record, level,
                          level == PAZ_LEVEL_NAMED ? paz_record_get_list (record) : NULL);

  return TRUE;
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

/* Sorted, each once. */
static char **
split_set (const char *value,
           const char *separators)
{
  g_auto (GStrv) parts = g_strsplit_set (value, separators, -1);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (char **part = parts; *part != NULL; part++)
    if (g_strstrip (*part)[0] != '\0')
      g_ptr_array_add (sorted, *part);
  g_ptr_array_sort (sorted, compare_codes);
  for (guint i = 0; i < sorted->len; i++)
    if (i == 0 || strcmp (sorted->pdata[i], sorted->pdata[i - 1]) != 0)
      g_strv_builder_add (builder, sorted->pdata[i]);

  return g_strv_builder_end (builder);
}

static gboolean
assign_release (PazRecord  *record,
                const char *value)
{
  g_auto (GStrv) codes = split_set (value, ", ");

  paz_record_set_release (record, PAZ_LEVEL_NAMED, (const char * const *) codes);
  return TRUE;
}

static gboolean
assign_owner (PazRecord  *record,
              const char *value,
              PazExit    *exit)
{
  if (strcmp (paz_record_get_owner (record), value) == 0)
    return TRUE;
  if (!paz_record_is_new (record))
    return refuse_value ("owner", value, _("a record keeps its owner."), exit);
  if (strlen (value) < 2 || strlen (value) > 12 ||
      value[strspn (value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")] != '\0')
    return refuse_value ("owner", value, _("a participant's code has 2 to 12 capital letters and digits."), exit);
  paz_record_set_owner (record, value);

  return TRUE;
}

/* ---- trilingual texts ---- */

static gboolean
is_yes (const char *value)
{
  return strcmp (value, "true") == 0 || strcmp (value, "yes") == 0 || strcmp (value, "1") == 0;
}

/* part: "es", "src", "es.official", "es.current". */
static gboolean
assign_part (PazTrilingual *texts,
             const char    *part,
             const char    *value,
             const char    *new_key)
{
  PazLanguage language;

  if (strcmp (part, "src") == 0)
    {
      if (!paz_language_from_code (value, &language))
        return FALSE;
      paz_trilingual_set_source (texts, language, new_key);
      return TRUE;
    }

  if (!paz_language_from_code (part, &language))
    return FALSE;
  if (part[2] == '\0')
    paz_trilingual_set_text (texts, language, value, new_key);
  else if (strcmp (part + 2, ".official") == 0)
    texts->in[language].official = is_yes (value);
  else if (strcmp (part + 2, ".current") == 0 && is_yes (value))
    paz_trilingual_confirm (texts, language);
  else
    return FALSE;

  return TRUE;
}

static gboolean
assign_trilingual (PazCli         *cli,
                   PazRecord      *record,
                   const PazField *field,
                   const char     *part,
                   const char     *value,
                   PazExit        *exit)
{
  g_autoptr (PazTrilingual) texts = paz_trilingual_from_value (paz_record_get_value (record, field));
  g_autofree char *new_key = paz_store_make_text_key (cli->store);
  g_autofree char *clean = paz_text_clean (value);
  g_autoptr (GVariant) made = NULL;
  g_autoptr (GError) error = NULL;

  if (!assign_part (texts, part, clean, new_key))
    {
      *exit = paz_cli_misuse (get_verb (), _("“%s.%s” is no part of a text in three languages. "
                                             "There are .es, .pt, .en and .src."), field->key, part);
      return FALSE;
    }

  made = paz_trilingual_to_value (texts);
  if (made != NULL)
    g_variant_ref_sink (made);
  if (made != NULL && !paz_value_check (field, made, &error))
    return refuse_value (field->key, value, paz_value_error_get_text (error->code, paz_cli_get_words ()), exit);
  paz_record_set_value (record, field, made);

  return TRUE;
}

/* ---- links ---- */

static char *
find_target (PazCli         *cli,
             const PazField *field,
             const char     *text,
             PazExit        *exit)
{
  const PazKind *target = field->target != NULL ? paz_kind_find (field->target) : NULL;
  g_autoptr (PazRecord) record = paz_cli_find_record (cli, target, text, exit);

  return record != NULL ? g_strdup (paz_record_get_id (record)) : NULL;
}

/* Titles hold blanks, so they are told apart by commas; ids and codes by blanks, too. */
static GVariant *
find_targets (PazCli         *cli,
              const PazField *field,
              const char     *value,
              PazExit        *exit)
{
  g_auto (GStrv) names = split_set (value, strchr (value, ',') != NULL ? "," : " ");
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) found = NULL;
  g_autofree char *joined = NULL;
  g_auto (GStrv) sorted = NULL;

  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *id = find_target (cli, field, *name, exit);

      if (id == NULL)
        return NULL;
      g_strv_builder_add (ids, id);
    }
  found = g_strv_builder_end (ids);
  joined = g_strjoinv (" ", found);
  sorted = split_set (joined, " ");

  return paz_value_new_set ((const char * const *) sorted);
}

static gboolean
is_state (const char *value)
{
  return value[0] == '\0' || strcmp (value, "?") == 0 || strcmp (value, "n/a") == 0;
}

static gboolean
assign_link (PazCli         *cli,
             PazRecord      *record,
             const PazField *field,
             const char     *value,
             PazExit        *exit)
{
  if (field->type == PAZ_VALUE_LINKS)
    {
      GVariant *set = find_targets (cli, field, value, exit);

      if (set == NULL)
        return FALSE;
      paz_record_set_value (record, field, set);
      return TRUE;
    }

  g_autofree char *id = find_target (cli, field, value, exit);

  if (id == NULL)
    return FALSE;
  paz_record_set_value (record, field, g_variant_new_string (id));
  return TRUE;
}

/* ---- all others ---- */

/* Numbers are written with '.', whatever the language of words is: a script must not depend on it. */
static gboolean
assign_value (PazRecord      *record,
              const PazField *field,
              const char     *value,
              PazExit        *exit)
{
  PazCatalogue *plain = paz_catalogue_get (PAZ_LANGUAGE_EN);
  g_autoptr (GVariant) made = NULL;
  g_autoptr (GError) error = NULL;

  made = paz_value_parse (field, value, plain, &error);
  if (error != NULL)
    return refuse_value (field->key, value, paz_value_error_get_text (error->code, paz_cli_get_words ()), exit);
  if (made != NULL)
    g_variant_ref_sink (made);
  if (made != NULL && !paz_value_check (field, made, &error))
    return refuse_value (field->key, value, paz_value_error_get_text (error->code, paz_cli_get_words ()), exit);
  paz_record_set_value (record, field, made);

  return TRUE;
}

static gboolean
assign_field (PazCli         *cli,
              PazRecord      *record,
              const PazField *field,
              const char     *part,
              const char     *value,
              PazExit        *exit)
{
  if (field->type == PAZ_VALUE_TRILINGUAL && (part != NULL || !is_state (value)))
    return assign_trilingual (cli, record, field,
                              part != NULL ? part
                                           : paz_language_get_code (paz_catalogue_get_language (paz_cli_get_words ())),
                              value, exit);
  if ((field->type == PAZ_VALUE_LINK || field->type == PAZ_VALUE_LINKS) && !is_state (value))
    return assign_link (cli, record, field, value, exit);

  return assign_value (record, field, value, exit);
}

gboolean
paz_cli_assign (PazCli     *cli,
                PazRecord  *record,
                const char *assignment,
                PazExit    *exit)
{
  const PazKind *kind = paz_record_get_kind (record);
  const char *value = strchr (assignment, '=');
  g_autofree char *name = value != NULL ? g_strndup (assignment, value - assignment) : NULL;
  const PazField *field;
  char *part;

  if (name == NULL)
    {
      *exit = paz_cli_misuse (get_verb (), _("“%s” should be written FIELD=VALUE."), assignment);
      return FALSE;
    }
  value++;
  if (strcmp (name, "level") == 0)
    return assign_level (record, value, exit);
  if (strcmp (name, "release") == 0)
    return assign_release (record, value);
  if (strcmp (name, "owner") == 0)
    return assign_owner (record, value, exit);

  part = strchr (name, '.');
  if (part != NULL)
    *part++ = '\0';
  field = paz_kind_find_field (kind, name);
  if (field == NULL || field->until != 0 || (part != NULL && field->type != PAZ_VALUE_TRILINGUAL))
    {
      *exit = paz_cli_misuse (get_verb (), _("There is no field “%s” in records of kind “%s”."), name, kind->key);
      return FALSE;
    }
  if (field->flags & PAZ_FIELD_FILLED)
    return refuse_value (field->key, value, _("the program fills this field itself."), exit);

  return assign_field (cli, record, field, part, value, exit);
}
