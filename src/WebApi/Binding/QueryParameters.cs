using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Json;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CleanApi.WebApi.Binding;

/// <summary>The query parameters that an operation has. Found once for each action.</summary>
internal sealed class QueryParameters
{
    private static readonly ConcurrentDictionary<string, QueryParameters> Known = new(StringComparer.Ordinal);

    private readonly FrozenSet<string> names;
    private readonly bool takesOthers;

    private QueryParameters(IEnumerable<string> names, bool takesOthers) => (this.names, this.takesOthers) = (names.ToFrozenSet(StringComparer.Ordinal), takesOthers);

    /// <summary>Those of an operation that takes none.</summary>
    public static QueryParameters None { get; } = new([], takesOthers: false);

    /// <summary>The parameters of an action.</summary>
    public static QueryParameters Of(ActionDescriptor action) => Known.GetOrAdd(action.Id, static (_, action) => new QueryParameters(
        action.Parameters.Where(parameter => parameter.BindingInfo?.BindingSource == BindingSource.Query).SelectMany(NamesOf),
        action.EndpointMetadata.OfType<AcceptsAnyQueryAttribute>().Any()), action);

    /// <summary>Adds a fault for each parameter that there is not.</summary>
    public void Check(HttpContext context)
    {
        if (takesOthers || !context.Request.QueryString.HasValue)
        {
            return;
        }

        foreach (var name in QueryValues.Of(context).Names)
        {
            if (!names.Contains(name))
            {
                InputFaults.Of(context).Add(FieldPlace.Query, new ErrorDetail(Shown(name), FieldCodes.UnknownField, Message(name)));
            }
        }
    }

    // A complex type is bound member by member; what the client cannot set is none of its parameters.
    private static IEnumerable<string> NamesOf(ParameterDescriptor parameter) => Scalars.Of(parameter.ParameterType) is not null
        ? [parameter.BindingInfo?.BinderModelName ?? parameter.Name]
        : parameter.ParameterType.GetProperties().Where(property => property.SetMethod is { IsPublic: true }).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

    private static string Shown(string name) => ShownName.Of(name);

    private string Message(string name) => names.FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) is { } meant
        ? $"Unknown parameter; write it {meant}"
        : "Unknown parameter; remove it";
}
