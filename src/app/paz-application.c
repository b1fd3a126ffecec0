#include "paz-application.h"

struct _PazApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (PazApplication, paz_application, ADW_TYPE_APPLICATION)

static void
paz_application_class_init (PazApplicationClass *klass)
{
}

static void
paz_application_init (PazApplication *self)
{
}

PazApplication *
paz_application_new (void)
{
  return g_object_new (PAZ_TYPE_APPLICATION,
                       "application-id", "org.relacopaz.Relacopaz",
                       "resource-base-path", "/org/relacopaz/Relacopaz",
                       NULL);
}
