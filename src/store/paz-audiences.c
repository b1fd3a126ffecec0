#include "paz-audiences.h"

static PazAudience *
make_audience (PazAudienceType  type,
               const char      *participant)
{
  PazAudience *audience = g_new0 (PazAudience, 1);

  audience->type = type;
  if (participant != NULL)
    {
      audience->participants = g_new0 (char *, 2);
      audience->participants[0] = g_strdup (participant);
    }

  return audience;
}

GPtrArray *
paz_audiences_new (void)
{
  GPtrArray *self = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_audience_free);

  g_ptr_array_add (self, make_audience (PAZ_AUDIENCE_PUBLIC, NULL));
  g_ptr_array_add (self, make_audience (PAZ_AUDIENCE_NETWORK, NULL));

  return self;
}

static void
add_participant (GPtrArray  *self,
                 const char *code)
{
  if (code == NULL || *code == '\0' || g_str_equal (code, "*"))
    return;
  for (guint i = 0; i < self->len; i++)
    {
      const PazAudience *audience = self->pdata[i];

      if (audience->participants != NULL && g_str_equal (audience->participants[0], code))
        return;
    }
  g_ptr_array_add (self, make_audience (PAZ_AUDIENCE_PARTICIPANTS, code));
}

void
paz_audiences_add (GPtrArray        *self,
                   const PazRelease *release)
{
  add_participant (self, release->owner);
  add_participant (self, release->author);
  for (guint i = 0; release->list[i] != NULL; i++)
    add_participant (self, release->list[i]);
}

/* Every revision is seen by its author's participant and, unless it is the author's own draft, by
 * the owner. Drafts reach no exit; between copies of one delegation they count. */
gboolean
paz_release_is_seen (const PazRelease  *release,
                     const PazAudience *by)
{
  if (by->type == PAZ_AUDIENCE_PARTICIPANTS)
    {
      const char *code = by->participants[0];

      if (g_strcmp0 (code, release->author) == 0)
        return TRUE;
      /* Before the person has said for whom they write, "XX" reads what all participants read. */
      if (release->level == PAZ_LEVEL_PUBLIC || release->level == PAZ_LEVEL_NETWORK)
        return TRUE;
      if (g_strcmp0 (code, release->owner) == 0)
        return release->level != PAZ_LEVEL_NATIONAL;
    }

  return paz_release_may_see (release->level, release->list, release->owner, release->author, by);
}

gboolean
paz_release_is_over (const PazRelease *a,
                     const PazRelease *b,
                     GPtrArray        *audiences)
{
  for (guint i = 0; i < audiences->len; i++)
    if (paz_release_is_seen (b, audiences->pdata[i]) && !paz_release_is_seen (a, audiences->pdata[i]))
      return FALSE;

  return TRUE;
}
