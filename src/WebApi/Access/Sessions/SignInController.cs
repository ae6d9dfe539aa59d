using CleanApi.Application.Access;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Requests;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Access;

/// <summary>What all ways to sign in and out answer alike: tokens in the body and as cookies, kept by nobody on the way (RFC 6749, section 5.1).</summary>
/// <param name="cookies">Keeps the browser's cookies.</param>
public abstract class SignInController(SessionCookies cookies) : ControllerBase
{
    /// <summary>The session that a sign-in has opened, or what it asks for first: then no cookie changes.</summary>
    protected IActionResult Answer(SignInResponse signIn)
    {
        ArgumentNullException.ThrowIfNull(signIn);
        return signIn.Challenge is { } challenge ? Body(MfaChallengeResource.Of(challenge)) : Answer(signIn.Session!);
    }

    /// <summary>The tokens of a session.</summary>
    protected IActionResult Answer(SessionResponse session)
    {
        cookies.Set(HttpContext, session);
        return Body(SessionResource.Of(session));
    }

    /// <summary>Nothing, and no cookies any more.</summary>
    protected NoContentResult SignedOut()
    {
        cookies.Expire(HttpContext);
        return NoContent();
    }

    private BodyResult<Document<T>> Body<T>(T resource)
        where T : notnull => new(StatusCodes.Status200OK, new(resource, new Meta(RequestContext.Of(HttpContext).Id)));
}
