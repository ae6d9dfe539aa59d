using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>
/// Tells the defaults of members in words. As <c>default</c>, generators take a member for one that is always there: openapi-typescript makes it required, and a
/// client has to send what it wanted to leave to the server.
/// </summary>
internal static class Defaults
{
    /// <summary>Goes over the members of all schemas. Parameters keep theirs: whether one is required is said beside it.</summary>
    public static void Tell(OpenApiDocument document)
    {
        foreach (var member in (document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)).Values
            .SelectMany(schema => schema.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)).Select(property => property.Value))
        {
            if (member.Default is not { } value)
            {
                continue;
            }

            var text = $"When absent: `{(value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString())}`.";
            switch (member)
            {
                case OpenApiSchema schema:
                    (schema.Default, schema.Description) = (null, With(schema.Description, text));
                    break;
                case OpenApiSchemaReference reference:
                    (reference.Default, reference.Description) = (null, With(reference.Description, text));
                    break;
            }
        }
    }

    private static string With(string? description, string text) => string.IsNullOrEmpty(description) ? text : $"{description.TrimEnd()} {text}";
}
