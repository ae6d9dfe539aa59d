using CleanApi.Domain.Errors;
using CleanApi.WebApi.Access;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Pages;

/// <summary>What came in with a request for a page.</summary>
internal sealed class PageRequest
{
    /// <summary>Bytes of a form: some texts, a token and a password.</summary>
    public const int MaxBytes = 16 * 1024;

    private const string FormType = "application/x-www-form-urlencoded";

    private static readonly FormOptions Limits = new() { ValueCountLimit = 20, KeyLengthLimit = 100, ValueLengthLimit = MaxBytes };

    private readonly IFormCollection? form;

    private PageRequest(HttpContext http, IFormCollection? form) => (Http, this.form) = (http, form);

    /// <summary>The request itself.</summary>
    public HttpContext Http { get; }

    /// <summary>Where to go afterwards; null where nothing was asked for, or nothing on this site.</summary>
    public string? ReturnUrl => LocalAddress.Of(Text("returnUrl"));

    /// <summary>Whether the page's form has just sent a mail.</summary>
    public bool IsSent => form is null && Text(PageAddresses.SentMark) is not null;

    /// <summary>A request that only looks.</summary>
    public static PageRequest Of(HttpContext http) => new(http, null);

    /// <summary>A form that was sent.</summary>
    /// <exception cref="AuthorizationError">Another site sent it.</exception>
    public static async Task<PageRequest> ReadAsync(HttpContext http)
    {
        // Before somebody has signed in, too: or a stranger could sign them in as somebody else, and read what they then enter.
        if (!SameOrigin.Sent(http.Request))
        {
            throw new AuthorizationError("This form was sent from another site");
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

    /// <summary>A value of the form, or of the address where no form was sent. Null where it is missing, or there more than once.</summary>
    public string? Text(string name) => form is null
        ? Http.Request.Query[name] is [{ } asked] ? asked : null
        : form[name] is [{ } sent] ? sent : null;

    /// <summary>Sends to the application.</summary>
    public Task<T> SendAsync<T>(IRequest<T> request) => Http.RequestServices.GetRequiredService<ISender>().Send(request, Http.RequestAborted);
}
