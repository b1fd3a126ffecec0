/* The fatalities read last, kept with the store until it changes. */
#include "figures/paz-fatalities.h"

typedef struct
{
  guint64        change;
  char          *audience;    /* "": own screen */
  PazFatalities *fatalities;
} Shared;

static GMutex lock;

static void
shared_free (gpointer data)
{
  Shared *self = data;

  g_free (self->audience);
  paz_fatalities_unref (self->fatalities);
  g_free (self);
}

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("paz-fatalities");
}

static PazFatalities *
find (PazStore   *store,
      guint64     change,
      const char *audience)
{
  PazFatalities *fatalities = NULL;
  Shared *shared;

  g_mutex_lock (&lock);
  shared = g_object_get_qdata (G_OBJECT (store), get_quark ());
  if (shared != NULL && shared->change == change && g_str_equal (shared->audience, audience))
    fatalities = paz_fatalities_ref (shared->fatalities);
  g_mutex_unlock (&lock);

  return fatalities;
}

static void
keep (PazStore      *store,
      guint64        change,
      const char    *audience,
      PazFatalities *fatalities)
{
  Shared *shared = g_new0 (Shared, 1);

  shared->change = change;
  shared->audience = g_strdup (audience);
  shared->fatalities = paz_fatalities_ref (fatalities);
  g_mutex_lock (&lock);
  g_object_set_qdata_full (G_OBJECT (store), get_quark (), shared, shared_free);
  g_mutex_unlock (&lock);
}

PazFatalities *
paz_fatalities_get (PazStore           *store,
                    const PazAudience  *audience,
                    GCancellable       *cancellable,
                    GError            **error)
{
  guint64 change = paz_store_get_change (store);
  g_autofree char *readers = audience != NULL ? paz_audience_to_text (audience) : g_strdup ("");
  PazFatalities *fatalities = find (store, change, readers);
  g_autoptr (PazStore) reader = NULL;

  if (fatalities != NULL)
    return fatalities;
  reader = paz_store_hold_moment (store, error);
  if (reader == NULL)
    return NULL;
  fatalities = paz_fatalities_load (reader, audience, cancellable, error);
  if (fatalities != NULL && (!paz_store_is_read_only (store) || paz_store_is_moment (store)))
    keep (store, change, readers, fatalities);

  return fatalities;
}
