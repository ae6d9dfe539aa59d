using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Access;
using CleanApi.WebApi.Security;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Pages;

/// <summary>The input of a request for a page.</summary>
internal sealed class PageRequest
{
    /// <summary>The maximum size of a form in bytes.</summary>
    public const int MaxBytes = 16 * 1024;

    private const string FormType = "application/x-www-form-urlencoded";

    private static readonly FormOptions Limits = new() { ValueCountLimit = 20, KeyLengthLimit = 100, ValueLengthLimit = MaxBytes };

    private readonly IFormCollection? form;

    private PageRequest(HttpContext http, IFormCollection? form) => (Http, this.form) = (http, form);

    /// <summary>The HTTP context.</summary>
    public HttpContext Http { get; }

    /// <summary>The address to go to afterwards; null when it is missing or not local.</summary>
    public string? ReturnUrl => LocalAddress.Of(Text("returnUrl"));

    /// <summary>Whether the session is for enrolling a second factor only.</summary>
    public bool MustEnrol => Http.User.Identity is CallerIdentity { Caller: UserCaller { MfaEnrollmentRequired: true } };

    /// <summary>Whether the page's form has just requested a mail.</summary>
    public bool IsSent => form is null && Text(PageAddresses.SentParameter) is not null;

    /// <summary>Creates a request without a form.</summary>
    public static PageRequest Of(HttpContext http) => new(http, null);

    /// <summary>Reads a submitted form.</summary>
    /// <exception cref="AuthorizationError">The request is cross-origin.</exception>
    public static async Task<PageRequest> ReadAsync(HttpContext http)
    {
        // Also for anonymous requests: login CSRF would sign the user in to an attacker's account.
        if (!SameOrigin.IsAllowed(http.Request))
        {
            throw new AuthorizationError(ReasonCodes.OriginNotAllowed, "This form was sent from another site");
        }

        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase))
        {
            throw new UnsupportedMediaTypeError("A page takes what its form sends");
        }

        try
        {
            return new PageRequest(http, await http.Request.ReadFormAsync(Limits, http.RequestAborted));
        }
        catch (InvalidDataException exception)
        {
            throw new MalformedRequestError("The form cannot be read", exception);
        }
    }

    /// <summary>Returns a value of the form, or of the query when there is no form. Null when it is missing or repeated.</summary>
    public string? Text(string name) => form is null
        ? Http.Request.Query[name] is [{ } asked] ? asked : null
        : form[name] is [{ } sent] ? sent : null;

    /// <summary>Sends a request to the application.</summary>
    public Task<T> SendAsync<T>(IRequest<T> request) => Http.RequestServices.GetRequiredService<ISender>().Send(request, Http.RequestAborted);
}
