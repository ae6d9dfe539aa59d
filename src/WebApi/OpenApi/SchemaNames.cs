using CleanApi.Domain.Common;
using System.Text.Json.Serialization.Metadata;
using CleanApi.Domain.Events;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.Json;
using Microsoft.AspNetCore.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>What the document calls the schema of a type: <c>User</c>, <c>UserDocument</c>, <c>UserPage</c>, <c>Error</c>.</summary>
internal static class SchemaNames
{
    private const string Resource = "Resource";
    private const string Page = "Page";

    /// <summary>The name; null for a type that is written where it is used.</summary>
    public static string? Of(JsonTypeInfo info)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        if (TypeId.IsTypeId(type) || type.IsEnum)
        {
            // Where events are stored is nothing to clients.
            return type == typeof(OutboxEventId) ? "EventId" : type.Name;
        }

        return info.Kind == JsonTypeInfoKind.Object && Scalars.Of(type) is null && OpenApiOptions.CreateDefaultSchemaReferenceId(info) is not null ? OfObject(type) : null;
    }

    private static string? OfObject(Type type)
    {
        if (type == typeof(EmailAddress))
        {
            return null;
        }

        if (type.IsGenericType)
        {
            // Relationship<OrganizationId, OrganizationSummary> is an OrganizationRelationship.
            var subject = type.GenericTypeArguments[0];
            return (TypeId.IsTypeId(subject) ? Without(subject.Name, "Id") : OfObject(subject))
                + (type.GetGenericTypeDefinition() == typeof(PageDocument<>) ? Page : type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]);
        }

        return type == typeof(ErrorResponse) ? "Error" : Without(Without(type.Name, Resource), "Response");
    }

    private static string Without(string name, string suffix) => name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name;
}
