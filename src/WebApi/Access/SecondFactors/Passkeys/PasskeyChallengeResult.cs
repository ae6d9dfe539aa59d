using CleanApi.Application.Access;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Access;

/// <summary>Returns the options of a ceremony as a response that no cache stores.</summary>
internal static class PasskeyChallengeResult
{
    private const string NoStore = "no-store";

    /// <summary>Creates the result: 200 with the options.</summary>
    public static IActionResult Of(HttpContext context, PasskeyChallenge challenge)
    {
        context.Response.Headers[HeaderNames.CacheControl] = NoStore;
        return new BodyResult<PasskeyOptionsDocument>(
            StatusCodes.Status200OK, PasskeyOptionsDocument.Of(challenge, new Meta(RequestContext.Of(context).Id)));
    }
}
