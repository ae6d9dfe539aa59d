using System.Globalization;
using CleanApi.Application.Common.Requests;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Binding;

/// <summary>Binds If-Match: <c>"3"</c>, a list, or <c>*</c> (RFC 9110, section 13.1.1).</summary>
internal sealed class ExpectedVersionBinder : IModelBinder
{
    /// <summary>
    /// Parses the versions. Weak tags count: our tags identify the version of a resource and not the bytes of a response, and compressing proxies weaken them.
    /// A malformed header names no version, so that it never matches and nothing is overwritten.
    /// </summary>
    public static ExpectedVersion Parse(StringValues header)
    {
        if (StringValues.IsNullOrEmpty(header))
        {
            return ExpectedVersion.Any;
        }

        if (!EntityTagHeaderValue.TryParseList(header, out var tags))
        {
            return new ExpectedVersion([]);
        }

        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any)) ? ExpectedVersion.Any : new ExpectedVersion([.. tags.Select(Version).OfType<long>()]);
    }

    /// <inheritdoc />
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        bindingContext.Result = ModelBindingResult.Success(Parse(bindingContext.HttpContext.Request.Headers.IfMatch));
        return Task.CompletedTask;
    }

    private static long? Version(EntityTagHeaderValue tag) =>
        long.TryParse(tag.Tag.AsSpan()[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
