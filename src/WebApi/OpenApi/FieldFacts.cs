using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Access;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.Health;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>
/// What a field of a name holds, in bodies, answers and queries alike: one name means one thing in the whole API. Held against the server by tests, since
/// the validators' rules are code.
/// </summary>
internal static class FieldFacts
{
    private const int MaxUrlLength = 2048;
    private const int MaxCursorLength = 2048;

    private static readonly FrozenDictionary<string, Action<OpenApiSchema>> ByName = new Dictionary<string, Action<OpenApiSchema>>(StringComparer.Ordinal)
    {
        ["email"] = Email,
        ["name"] = schema => Text(schema, 1, User.MaxNameLength).Pattern = @"\S",
        ["bio"] = schema => Text(schema, 0, User.MaxBioLength),
        ["avatarUrl"] = schema => Text(schema, 0, MaxUrlLength).Format = "uri",
        ["title"] = schema => Text(schema, 1, Post.MaxTitleLength).Pattern = @"\S",
        ["body"] = schema => Text(schema, 0, Post.MaxBodyLength),
        ["organizationName"] = schema => Text(schema, 1, Organization.MaxNameLength).Pattern = @"\S",
        ["password"] = NewPassword,
        ["newPassword"] = NewPassword,
        ["currentPassword"] = PresentPassword,
        ["token"] = schema => schema.MinLength = 1,
        ["code"] = schema => Text(schema, 1, SecondFactorRules.MaxCodeLength),
        ["mfaToken"] = schema => Text(schema, 1, SecondFactorRules.MaxTokenLength),
        ["recoveryCodesLeft"] = schema => Number(schema, 0, null),
        ["otpauthUri"] = schema => schema.Format = "uri",
        ["qrCode"] = schema => schema.Format = "uri",
        ["search"] = schema => Text(schema, 0, SearchText.MaxLength),
        ["cursor"] = schema => Text(schema, 0, MaxCursorLength),
        ["include"] = schema => OneOf(schema, "organization"),
        ["orderDir"] = schema => OneOf(schema, PageLimits.Ascending, PageLimits.Descending),
        ["limit"] = schema => Number(schema, 1, PageLimits.MaxLimit),
        ["perPage"] = schema => Number(schema, 1, PageLimits.MaxLimit),
        ["page"] = schema => Number(schema, 1, PageLimits.MaxPage),
        ["total"] = schema => Number(schema, 0, null),
        ["totalPages"] = schema => Number(schema, 0, null),
        ["expiresIn"] = schema => Number(schema, 1, null),
        ["refreshExpiresIn"] = schema => Number(schema, 1, null),
        ["tokenType"] = schema => OneOf(schema, "Bearer"),
        ["mode"] = schema => OneOf(schema, ApiKeyModes.Live, ApiKeyModes.Test),
        ["key"] = schema => schema.Pattern = "^sk_(live|test)_[A-Za-z0-9_-]{32}$",
        ["lastFour"] = schema => Text(schema, 4, 4),
        ["rateLimitPerMinute"] = schema => Number(schema, 1, ApiKey.MaxRateLimit),
        ["gracePeriodSeconds"] = schema => Number(schema, 0, (int)ApiKey.MaxGrace.TotalSeconds),
        ["requestId"] = schema => schema.Pattern = TypeIdSchema.Pattern("req"),
        ["documentation"] = schema => schema.Format = "uri-reference",
        ["instance"] = schema => schema.Format = "uri",
        ["self"] = schema => schema.Format = "uri-reference",
        ["first"] = schema => schema.Format = "uri-reference",
        ["prev"] = schema => schema.Format = "uri-reference",
        ["next"] = schema => schema.Format = "uri-reference",
        ["last"] = schema => schema.Format = "uri-reference",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Type[] ErrorOwners = [typeof(ErrorBody), typeof(ErrorDetail), typeof(ProblemResponse), typeof(ProblemError)];

    // Resource types by the type of their ids, for relationships.
    private static readonly FrozenDictionary<Type, string> TypeNames = typeof(IResource).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IResource)) && IsOfItsId(type))
        // A session looks one way when it begins and another in the list; its type is one.
        .GroupBy(type => type.GetProperty("Id")!.PropertyType, TypeName)
        .ToFrozenDictionary(names => names.Key, names => names.Distinct(StringComparer.Ordinal).Single());

    /// <summary>An e-mail address.</summary>
    public static void Email(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.String | ((schema.Type ?? JsonSchemaType.String) & JsonSchemaType.Null);
        schema.Format = "email";
        schema.MaxLength = EmailAddress.MaxLength;
    }

    /// <summary>One of some values.</summary>
    public static void OneOf(OpenApiSchema schema, params string[] values) => schema.Enum = [.. values.Select(value => (JsonNode)JsonValue.Create(value))];

    /// <summary>Adds what is known of a query parameter or a field by its name.</summary>
    public static void Apply(OpenApiSchema schema, string name)
    {
        var isValue = schema.Type is { } type && (type.HasFlag(JsonSchemaType.String) || type.HasFlag(JsonSchemaType.Integer));
        if (isValue && ByName.TryGetValue(name, out var describe))
        {
            describe(schema);
        }
    }

    /// <summary>Adds what is known of a field.</summary>
    public static void Apply(OpenApiSchema schema, JsonPropertyInfo property)
    {
        var owner = property.DeclaringType;
        if (property.PropertyType == typeof(JsonElement))
        {
            (property.Name == "credential" ? WebAuthnSchemas.Credential : (Action<OpenApiSchema>)WebAuthnSchemas.Options)(schema);
        }
        else if (property.Name == "type" && owner.IsAssignableTo(typeof(IResource)))
        {
            schema.Const = TypeName(owner);
        }
        else if (property.Name == "type" && owner.IsGenericType && TypeNames.TryGetValue(owner.GenericTypeArguments[0], out var related))
        {
            schema.Const = related;
        }
        else if (property.Name == "type" && owner == typeof(ProblemResponse))
        {
            schema.Format = "uri-reference";
        }
        else if (property.Name == "type" && owner == typeof(PasskeyOptions))
        {
            schema.Const = PasskeyOptions.TypeName;
        }
        else if (property.Name == "status" && owner == typeof(HealthResponse))
        {
            schema.Const = "ok";
        }
        else if (property.Name == "code" && ErrorOwners.Contains(owner))
        {
            var isField = owner == typeof(ErrorDetail) || owner == typeof(ProblemError);
            var codes = isField ? ErrorCatalogue.Fields.Select(entry => entry.Code) : ErrorCatalogue.Errors.Select(entry => entry.Code);
            OneOf(schema, [.. codes.Order(StringComparer.Ordinal)]);
            schema.Description = isField ? "What kind of mistake; a closed list." : "What kind of error; a closed list, with a page for each.";
        }
        else if (property.Name == "password" && owner == typeof(Login))
        {
            PresentPassword(schema);
        }
        else
        {
            Apply(schema, property.Name);
        }
    }

    private static void NewPassword(OpenApiSchema schema) => Text(schema, PasswordPolicy.Standard.MinLength, PasswordPolicy.MaxLength).Format = "password";

    private static void PresentPassword(OpenApiSchema schema) => Text(schema, 1, Login.MaxPasswordLength).Format = "password";

    // UserResource has a UserId. Others have ids that are not their own.
    private static bool IsOfItsId(Type resource) => $"{resource.Name}Id" == $"{resource.GetProperty("Id")!.PropertyType.Name[..^2]}ResourceId";

    private static string TypeName(Type resource) =>
        resource.GetField("TypeName", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string
            ?? throw new InvalidOperationException($"{resource.Name} has no TypeName.");

    private static OpenApiSchema Text(OpenApiSchema schema, int minLength, int maxLength)
    {
        schema.MinLength = minLength == 0 ? null : minLength;
        schema.MaxLength = maxLength;
        return schema;
    }

    private static void Number(OpenApiSchema schema, int minimum, int? maximum)
    {
        schema.Minimum = minimum.ToString(CultureInfo.InvariantCulture);
        schema.Maximum = maximum?.ToString(CultureInfo.InvariantCulture);
    }
}
