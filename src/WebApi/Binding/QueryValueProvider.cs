using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CleanApi.WebApi.Binding;

/// <summary>Values of query parameters, whose names are exactly those of the document.</summary>
internal sealed class QueryValueProvider(QueryValues values) : BindingSourceValueProvider(BindingSource.Query)
{
    public override bool ContainsPrefix(string prefix) => prefix.Length == 0 || Find(prefix).Count > 0;

    public override ValueProviderResult GetValue(string key) =>
        Find(key) is { Count: > 0 } sent ? new ValueProviderResult(sent, CultureInfo.InvariantCulture) : ValueProviderResult.None;

    // A member of a query is asked for under its name in C#.
    private Microsoft.Extensions.Primitives.StringValues Find(string name) => values.Find(JsonNamingPolicy.CamelCase.ConvertName(name));
}
