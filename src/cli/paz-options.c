#include "paz-options.h"

#include <string.h>

G_DEFINE_QUARK (paz-options-error-quark, paz_options_error)

struct _PazArguments
{
  GPtrArray  *words;
  GHashTable *values;     /* option name -> GPtrArray of values, ended by NULL */
};

static const PazOption *
find_option (const PazOption *options,
             const char      *name,
             gsize            length)
{
  for (; options != NULL && options->name != NULL; options++)
    if (strlen (options->name) == length && strncmp (options->name, name, length) == 0)
      return options;

  return NULL;
}

static gboolean
add_value (PazArguments     *self,
           const PazOption  *option,
           const char       *value,
           GError          **error)
{
  GPtrArray *values = g_hash_table_lookup (self->values, option->name);

  if (values == NULL)
    {
      values = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (values, NULL);
      g_hash_table_insert (self->values, (char *) option->name, values);
    }
  else if (!option->many)
    {
      g_set_error (error, PAZ_OPTIONS_ERROR, PAZ_OPTIONS_ERROR_TWICE, "--%s", option->name);
      return FALSE;
    }
  g_ptr_array_insert (values, values->len - 1, g_strdup (value));

  return TRUE;
}

/* One option at argv[*at], with the next word when that is its value. */
static gboolean
read_option (PazArguments     *self,
             const PazOption  *own,
             const PazOption  *global,
             char            **argv,
             guint            *at,
             GError          **error)
{
  const char *text = argv[(*at)++];
  const char *name = strcmp (text, "-h") == 0 ? "help" : text + 2;
  const char *equals = strchr (name, '=');
  gsize length = equals != NULL ? (gsize) (equals - name) : strlen (name);
  const PazOption *option = find_option (own, name, length);
  const char *value = equals != NULL ? equals + 1 : NULL;
  int code = -1;

  if (option == NULL)
    option = find_option (global, name, length);
  if (option == NULL || (text[1] != '-' && strcmp (text, "-h") != 0))
    code = PAZ_OPTIONS_ERROR_UNKNOWN;
  else if (option->value == NULL && value != NULL)
    code = PAZ_OPTIONS_ERROR_VALUE;
  else if (option->value != NULL && value == NULL)
    {
      value = argv[*at];
      if (value == NULL)
        code = PAZ_OPTIONS_ERROR_NO_VALUE;
      else
        (*at)++;
    }

  if (code >= 0)
    {
      g_set_error_literal (error, PAZ_OPTIONS_ERROR, code, text);
      return FALSE;
    }

  return add_value (self, option, value != NULL ? value : "", error);
}

PazArguments *
paz_arguments_new (void)
{
  PazArguments *self = g_new0 (PazArguments, 1);

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal,
                                        NULL, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
paz_arguments_free (PazArguments *self)
{
  g_ptr_array_unref (self->words);
  g_hash_table_unref (self->values);
  g_free (self);
}

gboolean
paz_arguments_read (PazArguments     *self,
                    const PazOption  *own,
                    const PazOption  *global,
                    gboolean          first_word,
                    char            **argv,
                    guint            *at,
                    GError          **error)
{
  gboolean only_words = FALSE;

  while (argv[*at] != NULL)
    {
      const char *text = argv[*at];

      if (!g_utf8_validate (text, -1, NULL))
        {
          g_autofree char *shown = g_utf8_make_valid (text, -1);

          g_set_error_literal (error, PAZ_OPTIONS_ERROR, PAZ_OPTIONS_ERROR_ENCODING, shown);
          return FALSE;
        }
      if (!only_words && strcmp (text, "--") == 0)
        {
          only_words = TRUE;
          (*at)++;
        }
      else if (!only_words && text[0] == '-' && text[1] != '\0')
        {
          if (!read_option (self, own, global, argv, at, error))
            return FALSE;
        }
      else if (first_word)
        return TRUE;
      else
        g_ptr_array_add (self->words, g_strdup (argv[(*at)++]));
    }

  return TRUE;
}

guint
paz_arguments_n_words (PazArguments *self)
{
  return self->words->len;
}

const char *
paz_arguments_get_word (PazArguments *self,
                        guint         n)
{
  return n < self->words->len ? g_ptr_array_index (self->words, n) : NULL;
}

gboolean
paz_arguments_has (PazArguments *self,
                   const char   *name)
{
  return g_hash_table_contains (self->values, name);
}

const char *
paz_arguments_get (PazArguments *self,
                   const char   *name)
{
  return paz_arguments_list (self, name)[0];
}

const char * const *
paz_arguments_list (PazArguments *self,
                    const char   *name)
{
  static const char * const none[] = { NULL };
  GPtrArray *values = g_hash_table_lookup (self->values, name);

  return values != NULL ? (const char * const *) values->pdata : none;
}

char **
paz_arguments_dup_split (PazArguments *self,
                         const char   *name)
{
  const char * const *values = paz_arguments_list (self, name);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();

  if (values[0] == NULL)
    return NULL;

  for (; *values != NULL; values++)
    {
      g_auto (GStrv) pieces = g_strsplit (*values, ",", -1);

      for (char **piece = pieces; *piece != NULL; piece++)
        if (g_strstrip (*piece)[0] != '\0')
          g_strv_builder_add (parts, *piece);
    }

  return g_strv_builder_end (parts);
}
