using CleanApi.Application.Access;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Requests;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Access;

/// <summary>Returns the options of a ceremony in the envelope.</summary>
internal static class PasskeyChallengeResult
{
    /// <summary>Creates the result: 200 with the options.</summary>
    public static IActionResult Of(HttpContext context, PasskeyChallenge challenge) =>
        new BodyResult<PasskeyOptionsDocument>(StatusCodes.Status200OK, PasskeyOptionsDocument.Of(challenge, new Meta(RequestContext.Of(context).Id)));
}
