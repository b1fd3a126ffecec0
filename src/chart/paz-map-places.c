/* Where the letters of each State stand, and where the missions have their headquarters. */
#include "paz-map-private.h"

typedef struct
{
  const char *key;
  double      lon, lat;
  double      anchor_lon, anchor_lat;  /* of a boxed one; 0, 0: the letters stand on the land */
} Place;

/* The islands of the east stand as a column in the open Atlantic, from north to south, and the
 * isthmus as a stair in the Pacific, so that boxes never meet whatever the size. */
static const Place states[] = {
  {"ARG", -65.5, -35.0},
  {"ATG", -50.00, 24.25, -61.8, 17.1},
  {"BHS", -68.5, 27.2, -76.5, 24.2},
  {"BLZ", -82.6, 18.6, -88.4, 17.3},
  {"BOL", -64.4, -16.8},
  {"BRA", -52.5, -10.5},
  {"BRB", -50.00, 16.00, -59.55, 13.2},
  {"CHL", -79.0, -30.0, -70.9, -30.0},
  {"COL", -73.0, 3.8},
  {"CRI", -91.00, 3.50, -84.2, 10.0},
  {"CUB", -80.7, 25.6, -78.9, 21.7},
  {"DMA", -50.00, 21.50, -61.35, 15.4},
  {"DOM", -65.0, 22.7, -70.3, 18.9},
  {"ECU", -78.4, -1.5},
  {"GRD", -50.00, 10.50, -61.7, 12.1},
  {"GTM", -98.60, 13.00, -90.4, 15.2},
  {"GUY", -59.3, 6.5},
  {"HND", -86.7, 14.9},
  {"HTI", -71.6, 14.8, -72.6, 18.9},
  {"JAM", -78.2, 14.4, -77.3, 18.1},
  {"KNA", -50.00, 27.00, -62.75, 17.3},
  {"LCA", -50.00, 18.75, -61.0, 13.9},
  {"MEX", -102.3, 23.8},
  {"NIC", -93.60, 6.60, -85.2, 12.8},
  {"PAN", -87.40, 0.60, -80.5, 8.5},
  {"PER", -75.3, -10.3},
  {"PRY", -58.4, -23.3},
  {"SLV", -96.20, 9.80, -88.9, 13.7},
  {"SUR", -55.8, 3.1},
  {"TTO", -50.00, 7.75, -61.25, 10.4},
  {"URY", -56.0, -32.8},
  {"VCT", -50.00, 13.25, -61.2, 13.2},
  {"VEN", -66.0, 7.4},
};

/* Headquarters, or the middle of where it worked. UN list of operations, with those put right
 * whose longitude and latitude change places there; the special missions after it. */
static const Place headquarters[] = {
  {"BINUH", -72.34, 18.54}, {"BINUB", 29.36, -3.38}, {"BINUCA", 18.58, 4.37}, {"BNUB", 29.36, -3.38},
  {"BONUCA", 18.58, 4.37}, {"DOMREP", -69.93, 18.48}, {"IPTF", 18.42, 43.87}, {"MICAH", -72.33, 18.53},
  {"MINUCI", -4.03, 5.32}, {"MINUGUA", -90.55, 14.63}, {"MINUJUSTH", -72.33, 18.53},
  {"MINURCA", 18.58, 4.37}, {"MINURCAT", 15.05, 12.11}, {"MINURSO", -13.20, 27.15},
  {"MINUSCA", 18.58, 4.37}, {"MINUSMA", -8.00, 12.65}, {"MINUSTAH", -72.33, 18.53},
  {"MIPONUH", -72.33, 18.53}, {"MONUA", 13.23, -8.84}, {"MONUC", 15.32, -4.33},
  {"MONUSCO", 15.32, -4.33}, {"ONUB", 29.37, -3.38}, {"ONUC", 15.32, -4.33}, {"ONUCA", -87.22, 14.10},
  {"ONUMOZ", 32.58, -25.97}, {"ONUSAL", -89.19, 13.69}, {"UNAMA", 69.17, 34.53},
  {"UNAMI", 44.43, 33.33}, {"UNAMIC", 104.92, 11.55}, {"UNAMID", 25.35, 13.63},
  {"UNAMIR", 30.06, -1.94}, {"UNAMSIL", -13.23, 8.48}, {"UNAVEM I", 13.23, -8.84},
  {"UNAVEM II", 13.23, -8.84}, {"UNAVEM III", 13.23, -8.84}, {"UNCRO", 15.98, 45.82},
  {"UNDOF", 35.92, 33.24}, {"UNEF I", 34.47, 31.50}, {"UNEF II", 34.47, 31.50},
  {"UNFICYP", 33.37, 35.17}, {"UNIFIL", 35.13, 33.12}, {"UNIIMOG", 51.39, 35.69},
  {"UNIKOM", 47.93, 30.03}, {"UNIOGBIS", -15.60, 11.86}, {"UNIOSIL", -13.23, 8.48},
  {"UNIPSIL", -13.23, 8.48}, {"UNISFA", 28.43, 9.60}, {"UNMEE", 38.93, 15.33}, {"UNMHA", 42.95, 14.80},
  {"UNMIBH", 18.42, 43.87}, {"UNMIH", -72.33, 18.53}, {"UNMIK", 21.17, 42.67}, {"UNMIL", -10.80, 6.31},
  {"UNMIN", 85.32, 27.70}, {"UNMIS", 32.53, 15.63}, {"UNMISET", 125.57, -8.57},
  {"UNMISS", 31.60, 4.85}, {"UNMIT", 125.57, -8.57}, {"UNMOGIP", 74.80, 34.08},
  {"UNMOP", 18.22, 42.57}, {"UNMOT", 68.78, 38.54}, {"UNOCI", -4.03, 5.32}, {"UNOGBIS", -15.60, 11.86},
  {"UNOMIG", 41.02, 43.00}, {"UNOMIL", -10.80, 6.31}, {"UNOMSIL", -13.23, 8.48},
  {"UNOMUR", 29.99, -1.25}, {"UNOSOM I", 45.35, 2.03}, {"UNOSOM II", 45.35, 2.03},
  {"UNPREDEP", 21.43, 42.00}, {"UNPROFOR", 15.98, 45.82}, {"UNPSG", 15.98, 45.82},
  {"UNSMIH", -72.33, 18.53}, {"UNSMIL", 13.19, 32.89}, {"UNSMIS", 36.29, 33.51},
  {"UNSOM", 45.35, 2.03}, {"UNTAC", 104.92, 11.55}, {"UNTAES", 19.00, 45.35}, {"UNTAET", 125.57, -8.57},
  {"UNTAG", 17.08, -22.56}, {"UNTMIH", -72.33, 18.53}, {"UNTMIS", 45.35, 2.03},
  {"UNTSO", 35.23, 31.76}, {"UNVMC", -74.07, 4.71}, {"UNMC", -74.07, 4.71}, {"UNITAMS", 32.53, 15.63},
  {"UNSF", 140.70, -2.53}, {"UNYOM", 44.20, 15.35}, {"UNOGIL", 35.50, 33.89}, {"UNIPOM", 74.34, 31.55},
  {"UNGOMAP", 69.17, 34.53}, {"UNASOG", 20.00, 21.50},
  /* Numbered ones under one name, as the list of the fallen has them. */
  {"UNEF", 34.47, 31.50}, {"UNAVEM", 13.23, -8.84}, {"UNOSOM", 45.35, 2.03},
};

guint
paz_map_places_get_n (void)
{
  return G_N_ELEMENTS (states);
}

void
paz_map_places_fill (guint    n,
                     MapItem *item)
{
  const Place *place = &states[n];

  item->key = g_strdup (place->key);
  item->lon = place->lon;
  item->lat = place->lat;
  item->boxed = place->anchor_lon != 0;
  item->anchor[0] = item->boxed ? place->anchor_lon : place->lon;
  item->anchor[1] = item->boxed ? place->anchor_lat : place->lat;
}

gboolean
paz_map_places_find (const char *acronym,
                     double     *lon,
                     double     *lat)
{
  for (guint n = 0; n < G_N_ELEMENTS (headquarters); n++)
    if (g_ascii_strcasecmp (headquarters[n].key, acronym) == 0)
      {
        *lon = headquarters[n].lon;
        *lat = headquarters[n].lat;
        return TRUE;
      }

  return FALSE;
}

gboolean
paz_map_places_find_state (const char *iso3,
                           double     *lon,
                           double     *lat)
{
  for (guint n = 0; iso3 != NULL && n < G_N_ELEMENTS (states); n++)
    if (g_str_equal (states[n].key, iso3))
      {
        gboolean boxed = states[n].anchor_lon != 0;

        *lon = boxed ? states[n].anchor_lon : states[n].lon;
        *lat = boxed ? states[n].anchor_lat : states[n].lat;
        return TRUE;
      }

  return FALSE;
}

gboolean
paz_map_has_place (const char *acronym)
{
  double lon, lat;

  return paz_map_places_find (acronym, &lon, &lat);
}
