using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CleanApi.WebApi.Binding;

/// <summary>The parameters of a query string by their names as they are written: ASP.NET Core takes <c>Limit</c> and <c>limit</c> for one.</summary>
internal sealed class QueryValues
{
    private readonly Dictionary<string, StringValues> values = new(StringComparer.Ordinal);

    private QueryValues(QueryString query)
    {
        foreach (var pair in new QueryStringEnumerable(query.Value))
        {
            var name = pair.DecodeName().ToString();
            values[name] = StringValues.Concat(values.GetValueOrDefault(name), pair.DecodeValue().ToString());
        }
    }

    /// <summary>The names.</summary>
    public IReadOnlyCollection<string> Names => values.Keys;

    /// <summary>The parameters of a request, read once.</summary>
    public static QueryValues Of(HttpContext context)
    {
        if (context.Features.Get<QueryValues>() is not { } values)
        {
            context.Features.Set(values = new QueryValues(context.Request.QueryString));
        }

        return values;
    }

    /// <summary>What was sent under a name; none where nothing was.</summary>
    public StringValues Find(string name) => values.GetValueOrDefault(name);
}
