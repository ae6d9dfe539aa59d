using System.Text.Json.Serialization.Metadata;
using CleanApi.Application.Common.Requests;
using MediatR;

namespace CleanApi.WebApi.Json;

/// <summary>Keeps out of bodies what a request takes from elsewhere: its own id from the path, the expected version from If-Match.</summary>
internal static class TransportMembers
{
    /// <summary>Removes them from what is known of a type, so that a body that names them is refused for an unknown field.</summary>
    public static void Remove(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var isRequest = typeof(IBaseRequest).IsAssignableFrom(type.Type);
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i] is { AssociatedParameter: null } member && IsOfTheTransport(member, isRequest))
            {
                type.Properties.RemoveAt(i);
            }
        }
    }

    private static bool IsOfTheTransport(JsonPropertyInfo member, bool isRequest) =>
        member.PropertyType == typeof(ExpectedVersion)
        || (isRequest && string.Equals(member.Name, "id", StringComparison.Ordinal) && Scalars.IsTypeId(member.PropertyType));
}
