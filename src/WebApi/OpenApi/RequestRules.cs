using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CleanApi.Domain.Errors;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CleanApi.WebApi.OpenApi;

/// <summary>
/// Which fields of a body have to be there, which may be null, and what a query may be ordered by: asked of the validators, so that the document can say nothing else than what is enforced.
/// </summary>
internal sealed class RequestRules(IServiceScopeFactory scopes, IOptions<JsonOptions> json)
{
    private readonly ConcurrentDictionary<Type, IReadOnlySet<string>> required = new();
    private readonly ConcurrentDictionary<Type, IReadOnlySet<string>> notNull = new();

    /// <summary>What the validator misses in <c>{}</c>.</summary>
    public IReadOnlySet<string> Required(Type type) => required.GetOrAdd(type, key => Missing(key, []));

    /// <summary>What it misses when every field is there, and null.</summary>
    public IReadOnlySet<string> NotNull(Type type) => notNull.GetOrAdd(type, AskWithNulls);

    /// <summary>Which of some values a member of a query may have.</summary>
    public IReadOnlyList<string> Accepted(Type query, PropertyInfo member, IEnumerable<string> candidates)
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetService(typeof(IValidator<>).MakeGenericType(query)) is IValidator validator ? [.. candidates.Where(IsAccepted)] : [];

        bool IsAccepted(string value)
        {
            var instance = Activator.CreateInstance(query)!;
            member.SetValue(instance, value);
            return validator.Validate(new ValidationContext<object>(instance)).IsValid;
        }
    }

    private static bool IsNullable(JsonPropertyInfo property) =>
        !property.PropertyType.IsValueType || Nullable.GetUnderlyingType(property.PropertyType) is not null || Optionals.ValueOf(property.PropertyType) is not null;

    private IReadOnlySet<string> AskWithNulls(Type type)
    {
        var nulls = new JsonObject();
        foreach (var property in json.Value.JsonSerializerOptions.GetTypeInfo(type).Properties.Where(IsNullable))
        {
            nulls[property.Name] = null;
        }

        return Missing(type, nulls);
    }

    private HashSet<string> Missing(Type type, JsonObject body)
    {
        using var scope = scopes.CreateScope();
        if (scope.ServiceProvider.GetService(typeof(IValidator<>).MakeGenericType(type)) is not IValidator validator)
        {
            return [];
        }

        var instance = body.Deserialize(type, json.Value.JsonSerializerOptions) ?? throw new InvalidOperationException($"{type.Name} can't be read from a body.");
        return validator.Validate(new ValidationContext<object>(instance)).Errors
            .Where(failure => failure.ErrorCode == FieldCodes.Required)
            .Select(failure => JsonNamingPolicy.CamelCase.ConvertName(failure.PropertyName.Split('.')[0]))
            .ToHashSet(StringComparer.Ordinal);
    }
}
