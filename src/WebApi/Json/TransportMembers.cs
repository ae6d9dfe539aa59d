using System.Text.Json.Serialization.Metadata;

namespace CleanApi.WebApi.Json;

/// <summary>Keeps out of bodies what a request takes from elsewhere: ids from the path, the expected version from If-Match.</summary>
internal static class TransportMembers
{
    /// <summary>
    /// Removes what a type marks with <c>[JsonIgnore]</c> from what is known of it: a body that names it is refused for an unknown field, where it would
    /// silently be passed over.
    /// </summary>
    public static void Remove(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i] is { AssociatedParameter: null, Get: null, Set: null })
            {
                type.Properties.RemoveAt(i);
            }
        }
    }
}
