using System.Runtime.CompilerServices;
using System.Security.Claims;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.Pages;
using CleanApi.WebApi.Requests;
using CleanApi.WebApi.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Access;

/// <summary>
/// Authenticates the caller by the API key or the access token from <c>Authorization: Bearer</c> (RFC 6750, section 2.1), else by the access token from the
/// cookie. Queries the database only for an API key that is not cached; the first statement of the request checks whether the session or key is still valid.
/// </summary>
internal sealed class AccessTokenHandler(IAccessTokenReader tokens, IApiKeyReader apiKeys, IServiceProvider services) : IAuthenticationHandler
{
    /// <summary>The scheme's name.</summary>
    public const string Bearer = "Bearer";

    private const string Ticket = "ticket";
    private const string ApiKeyPrefix = "sk_";

    // A cached credential returns the same caller object, so the ticket is reused and not allocated per request.
    private static readonly ConditionalWeakTable<Caller, AuthenticateResult> Tickets = [];

    private HttpContext http = null!;
    private AuthenticateResult? result;

    private HttpRequest Request => http.Request;

    /// <inheritdoc />
    public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
    {
        http = context;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task<AuthenticateResult> AuthenticateAsync() => result ??= await ReadAsync();

    /// <summary>Throws, so that the error middleware writes the response.</summary>
    public async Task ChallengeAsync(AuthenticationProperties? properties)
    {
        if (IsNavigation())
        {
            // A user who followed a link signs in and is redirected back.
            http.Response.Redirect(PageAddresses.With(PageAddresses.SignIn, "returnUrl", LocalAddress.Of(Request.PathBase + Request.Path + Request.QueryString)));
            http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
            return;
        }

        var failure = (await AuthenticateAsync()).Failure;
        if (failure is AuthenticationError)
        {
            http.Response.Headers.WWWAuthenticate = BearerChallenge.Invalid;
        }

        throw failure as AppException ?? new AuthenticationError();
    }

    /// <inheritdoc />
    public Task ForbidAsync(AuthenticationProperties? properties) => throw AuthorizationError.InsufficientRole();

    private static AuthenticateResult TicketOf(Caller caller) => Tickets.GetValue(
        caller, static one => AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new CallerIdentity(one, Bearer)), Bearer)));

    private async ValueTask<AuthenticateResult> ReadAsync()
    {
        // Anonymous endpoints ignore credentials: a browser with the cookie of a revoked session must be able to sign in again.
        if (http.GetEndpoint()?.Metadata is { } metadata && metadata.GetMetadata<IAllowAnonymous>() is not null && metadata.GetMetadata<RecognizesCallerAttribute>() is null)
        {
            return AuthenticateResult.NoResult();
        }

        // Whose page opens a connection that stays open is checked, whatever proves who it is of: no policy of browsers does it (OWASP ASVS 5.0, 4.4.2).
        var isConnection = http.GetEndpoint()?.Metadata.GetMetadata<AcceptsTicketAttribute>() is not null;
        var token = FromHeader();
        var isTicket = token is null && isConnection && Request.Query[Ticket] is [{ Length: > 0 } ticket] && (token = ticket).Length > 0;
        var isCookie = !isTicket && token is null && Request.Headers.Authorization.Count == 0 && Request.Cookies.TryGetValue(SessionCookies.AccessToken, out token);
        if (string.IsNullOrEmpty(token))
        {
            return AuthenticateResult.NoResult();
        }

        var staysOpen = http.GetEndpoint()?.Metadata.GetMetadata<StaysOpenAttribute>() is not null;
        if (isCookie ? !(staysOpen ? SameOrigin.MayStayOpen(Request) : SameOrigin.IsTrusted(Request)) : isConnection && !SameOrigin.MayCall(Request))
        {
            return AuthenticateResult.Fail(SameOrigin.CrossOriginError());
        }

        if (isTicket)
        {
            return ResultOf(await services.GetRequiredService<IConnectionTickets>().RedeemAsync(token, http.RequestAborted), AccessErrors.InvalidTicket);
        }

        return !isCookie && token.StartsWith(ApiKeyPrefix, StringComparison.OrdinalIgnoreCase)
            ? ResultOf(await apiKeys.ReadAsync(token, http.RequestAborted), AccessErrors.InvalidApiKey)
            : ResultOf(await tokens.ReadAsync(token, http.RequestAborted), static () => AccessErrors.InvalidToken());
    }

    private static AuthenticateResult ResultOf(Caller? caller, Func<AuthenticationError> invalid) =>
        caller is null ? AuthenticateResult.Fail(invalid()) : TicketOf(caller);

    // A script's fetch identifies itself (Fetch Metadata), and a client with a token is not a browser navigation.
    private bool IsNavigation() => HttpMethods.IsGet(Request.Method)
        && Request.Headers.Authorization.Count == 0
        && Request.Headers["Sec-Fetch-Mode"] is [] or ["navigate"]
        && HtmlPreference.IsPreferred(Request.Headers.Accept);

    private string? FromHeader()
    {
        const string prefix = Bearer + " ";
        return Request.Headers.Authorization is [{ } value] && value.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? value[prefix.Length..].Trim() : null;
    }
}
