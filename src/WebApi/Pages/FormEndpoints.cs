using CleanApi.Domain.Errors;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.Requests;
using CleanApi.WebApi.Security;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Pages;

/// <summary>Maps the GET and POST requests of a page with a form.</summary>
internal static class FormEndpoints
{
    private const string NoReferrer = "no-referrer";

    /// <summary>Maps the page, for anonymous access unless it needs a session.</summary>
    public static void MapForm(this IEndpointRouteBuilder routes, FormPage page)
    {
        // Cast to Delegate: as a RequestDelegate, which also matches, its result would be dropped.
        IEndpointConventionBuilder opened = routes.MapGet(page.Address, (Delegate)((HttpContext context) => Begin(page, context).ShowAsync(PageRequest.Of(context), null)));
        var submitted = routes.MapPost(page.Address, context => SubmitAsync(Begin(page, context), context)).AsForm(page.RatePolicy);
        Admit(page, opened, page.RecognizesCaller);
        Admit(page, submitted, page.SubmitsAsCaller ? page.RecognizesCaller : null);
    }

    /// <summary>Adds the metadata of endpoints that accept a form.</summary>
    public static IEndpointConventionBuilder AsForm(this IEndpointConventionBuilder endpoint, string ratePolicy) =>
        endpoint.RequireRateLimiting(ratePolicy).WithMetadata(new RequestSizeLimitAttribute(PageRequest.MaxBytes));

    private static void Admit(FormPage page, IEndpointConventionBuilder endpoint, string? recognizes)
    {
        _ = page.NeedsSession ? endpoint.RequireAuthorization() : endpoint.AllowAnonymous();
        if (recognizes is not null)
        {
            endpoint.WithMetadata(new RecognizesCallerAttribute(recognizes));
        }
    }

    private static FormPage Begin(FormPage page, HttpContext context)
    {
        if (page.HoldsToken)
        {
            context.Response.Headers[HttpHeaders.ReferrerPolicy] = NoReferrer;
        }

        return page;
    }

    private static async Task SubmitAsync(FormPage page, HttpContext context)
    {
        var request = await PageRequest.ReadAsync(context);
        IResult result;
        try
        {
            result = await page.SubmitAsync(request);
        }
        catch (Exception exception)
        {
            var error = context.RequestServices.GetRequiredService<ExceptionMapper>().Map(exception);
            if (!IsShownInForm(error))
            {
                throw;
            }

            if (Detour(page, request, error) is { } detour)
            {
                result = new SeeOther(detour);
            }
            else
            {
                RequestContext.Of(context).Fail(error.Code, null);
                ErrorWriter.SetHeaders(context, error);
                result = await page.ShowAsync(request, PageProblem.Of(error, page.Fields, page.Credentials));
            }
        }

        await result.ExecuteAsync(context);
    }

    // Where a person has to go first, to come back afterwards: the session has ended, is not proof enough, or lacks a second factor.
    private static string? Detour(FormPage page, PageRequest request, AppException error)
    {
        var back = PageAddresses.With(page.Address, "returnUrl", request.ReturnUrl);
        return error switch
        {
            AuthenticationError when page.NeedsSession => PageAddresses.With(PageAddresses.SignIn, "returnUrl", back),
            AuthorizationError { Details: [{ Code: ReasonCodes.RecentAuthenticationRequired }, ..] } => PageAddresses.With(PageAddresses.Reauthenticate, "returnUrl", back),
            AuthorizationError { Details: [{ Code: ReasonCodes.MfaRequired }, ..] } => PageAddresses.With(PageAddresses.Enrolment, "returnUrl", back),
            _ => null,
        };
    }

    // Errors that the user can fix in the form or by waiting. Others get the error page.
    private static bool IsShownInForm(AppException error) => error.StatusCode < StatusCodes.Status500InternalServerError || error is IRetryable;
}
