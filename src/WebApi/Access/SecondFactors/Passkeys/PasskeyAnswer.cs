using CleanApi.Application.Access;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Access;

/// <summary>The beginning of a ceremony as an answer, which nobody keeps on the way.</summary>
internal static class PasskeyAnswer
{
    private const string NoStore = "no-store";

    /// <summary>200 with the options.</summary>
    public static IActionResult Of(HttpContext context, PasskeyChallenge challenge)
    {
        context.Response.Headers[HeaderNames.CacheControl] = NoStore;
        return new BodyResult<PasskeyOptionsDocument>(
            StatusCodes.Status200OK, PasskeyOptionsDocument.Of(challenge, new Meta(RequestContext.Of(context).Id)));
    }
}
