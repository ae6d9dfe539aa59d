using System.Text.Json.Serialization.Metadata;

namespace CleanApi.WebApi.Json;

/// <summary>Excludes members from bodies that a request takes from elsewhere: ids from the path, the expected version from If-Match.</summary>
internal static class TransportMembers
{
    /// <summary>
    /// Removes members marked <c>[JsonIgnore]</c> from the contract, so that a body that names one is rejected for an unknown field instead of ignored.
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
