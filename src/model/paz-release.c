#include "model/paz-release.h"

#include "base/paz-catalogue.h"

static const struct
{
  const char *key;
  const char *label;
} levels[] = {
  [PAZ_LEVEL_PUBLIC]   = { "public", NC_("level", "Public") },
  [PAZ_LEVEL_NETWORK]  = { "network", NC_("level", "Network") },
  [PAZ_LEVEL_NAMED]    = { "named", NC_("level", "Named participants") },
  [PAZ_LEVEL_NATIONAL] = { "national", NC_("level", "National") },
};

static gboolean
is_level (PazLevel level)
{
  return (guint) level < G_N_ELEMENTS (levels);
}

static gboolean
is_listed (const char * const *list,
           const char         *code)
{
  return list != NULL && g_strv_contains (list, code);
}

/* "XX" owns what was written before the person said who they are: it names nobody. */
static gboolean
is_participant (const char *code)
{
  gsize length = strlen (code);

  if (length < 2 || length > 12 || g_str_equal (code, "XX"))
    return FALSE;

  return strspn (code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == length;
}

static gboolean
is_own (const char         *code,
        const char * const *list,
        const char         *owner,
        const char         *author)
{
  return is_participant (code) &&
         (is_listed (list, code) || g_strcmp0 (code, owner) == 0 || g_strcmp0 (code, author) == 0);
}

/* Every one of them, and at least one. */
static gboolean
all_named (char               **participants,
           const char * const  *list,
           const char          *owner,
           const char          *author)
{
  if (participants == NULL || participants[0] == NULL)
    return FALSE;

  for (char **code = participants; *code != NULL; code++)
    if (!is_own (*code, list, owner, author))
      return FALSE;

  return TRUE;
}

static gboolean
all_participants (char **participants)
{
  if (participants == NULL || participants[0] == NULL)
    return FALSE;

  for (char **code = participants; *code != NULL; code++)
    if (!is_participant (*code))
      return FALSE;

  return TRUE;
}

static gboolean
participants_may_see (PazLevel             level,
                      const char * const  *list,
                      const char          *owner,
                      const char          *author,
                      char               **participants)
{
  switch (level)
    {
    case PAZ_LEVEL_PUBLIC:
    case PAZ_LEVEL_NETWORK:
      return all_participants (participants);
    case PAZ_LEVEL_NAMED:
      return all_named (participants, list, owner, author);
    case PAZ_LEVEL_NATIONAL:
      return FALSE;
    }

  return FALSE;
}

static gboolean
own_may_see (PazLevel             level,
             const char * const  *list,
             const char          *owner,
             const char          *author,
             char               **participants)
{
  switch (level)
    {
    case PAZ_LEVEL_PUBLIC:
    case PAZ_LEVEL_NETWORK:
    case PAZ_LEVEL_NATIONAL:
      return TRUE;
    case PAZ_LEVEL_NAMED:
      return g_strcmp0 (owner, "XX") == 0 || g_strcmp0 (author, "XX") == 0 ||
             all_named (participants, list, owner, author);
    }

  return FALSE;
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static char **
parse_codes (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

  for (char **part = parts; *part != NULL; part++)
    {
      g_strstrip (*part);
      if (!is_participant (*part))
        return NULL;
      if (!g_ptr_array_find_with_equal_func (codes, *part, g_str_equal, NULL))
        g_ptr_array_add (codes, g_strdup (*part));
    }

  if (codes->len == 0)
    return NULL;

  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&codes), FALSE);
}

static PazAudience *
audience_new (PazAudienceType   type,
              char            **participants)
{
  PazAudience *self = g_new0 (PazAudience, 1);

  self->type = type;
  self->participants = participants;

  return self;
}

const char *
paz_level_get_key (PazLevel level)
{
  g_return_val_if_fail (is_level (level), "national");

  return levels[level].key;
}

gboolean
paz_level_from_key (const char *key,
                    PazLevel   *level)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_strcmp0 (key, levels[i].key) == 0)
      {
        if (level != NULL)
          *level = (PazLevel) i;
        return TRUE;
      }

  return FALSE;
}

const char *
paz_level_get_label (PazLevel level)
{
  g_return_val_if_fail (is_level (level), levels[PAZ_LEVEL_NATIONAL].label);

  return levels[level].label;
}

PazAudience *
paz_audience_parse (const char *text)
{
  char **codes;

  if (text == NULL)
    return NULL;
  if (g_str_equal (text, "public"))
    return audience_new (PAZ_AUDIENCE_PUBLIC, NULL);
  if (g_str_equal (text, "network"))
    return audience_new (PAZ_AUDIENCE_NETWORK, NULL);
  if (g_str_equal (text, "own"))
    return audience_new (PAZ_AUDIENCE_OWN, NULL);

  codes = parse_codes (text);

  return codes != NULL ? audience_new (PAZ_AUDIENCE_PARTICIPANTS, codes) : NULL;
}

char *
paz_audience_to_text (const PazAudience *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->type)
    {
    case PAZ_AUDIENCE_PUBLIC:
      return g_strdup ("public");
    case PAZ_AUDIENCE_NETWORK:
      return g_strdup ("network");
    case PAZ_AUDIENCE_OWN:
      return g_strdup ("own");
    case PAZ_AUDIENCE_PARTICIPANTS:
      return self->participants != NULL ? g_strjoinv (",", self->participants) : g_strdup ("");
    }

  g_return_val_if_reached (NULL);
}

PazAudience *
paz_audience_copy (const PazAudience *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return audience_new (self->type, g_strdupv (self->participants));
}

void
paz_audience_free (PazAudience *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->participants);
  g_free (self);
}

gboolean
paz_release_may_see (PazLevel            level,
                     const char * const *list,
                     const char         *owner,
                     const char         *author,
                     const PazAudience  *audience)
{
  if (audience == NULL || !is_level (level))
    return FALSE;

  switch (audience->type)
    {
    case PAZ_AUDIENCE_PUBLIC:
      return level == PAZ_LEVEL_PUBLIC;
    case PAZ_AUDIENCE_NETWORK:
      return level == PAZ_LEVEL_PUBLIC || level == PAZ_LEVEL_NETWORK;
    case PAZ_AUDIENCE_PARTICIPANTS:
      return participants_may_see (level, list, owner, author, audience->participants);
    case PAZ_AUDIENCE_OWN:
      return own_may_see (level, list, owner, author, audience->participants);
    }

  return FALSE;
}

gboolean
paz_release_covers (PazLevel            level_a,
                    const char * const *list_a,
                    PazLevel            level_b,
                    const char * const *list_b)
{
  if (!is_level (level_a) || !is_level (level_b))
    return FALSE;

  /* Readers of a national revision are its author's participant alone, who sees all of the
   * record it can write upon. */
  if (level_b == PAZ_LEVEL_NATIONAL)
    return TRUE;
  if (level_a != PAZ_LEVEL_NAMED || level_b != PAZ_LEVEL_NAMED)
    return level_a <= level_b && level_a != PAZ_LEVEL_NATIONAL && level_a != PAZ_LEVEL_NAMED;

  for (guint i = 0; list_b != NULL && list_b[i] != NULL; i++)
    if (!is_listed (list_a, list_b[i]))
      return FALSE;

  return TRUE;
}
