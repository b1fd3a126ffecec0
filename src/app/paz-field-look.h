/* How the forms show a type of value: the one place that knows them all. */
#pragma once

#include "model/paz-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct
{
  GType editor;  /* a PazFieldEditor */
  int   span;    /* columns of six in a form, unless the form says so */
  int   weight;  /* share of the width in a table */
} PazFieldLook;

PazFieldLook paz_field_get_look (const PazField *field);

G_END_DECLS
