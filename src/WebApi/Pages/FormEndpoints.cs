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
        IEndpointConventionBuilder[] endpoints =
        [
            routes.MapGet(page.Address, (Delegate)((HttpContext context) => Begin(page, context).ShowAsync(PageRequest.Of(context), null))),
            routes.MapPost(page.Address, context => SubmitAsync(Begin(page, context), context)).AsForm(page.RatePolicy),
        ];
        foreach (var endpoint in endpoints)
        {
            _ = page.NeedsSession ? endpoint.RequireAuthorization() : endpoint.AllowAnonymous();
            if (page.RecognizesCaller is { } why)
            {
                endpoint.WithMetadata(new RecognizesCallerAttribute(why));
            }
        }
    }

    /// <summary>Adds the metadata of endpoints that accept a form.</summary>
    public static IEndpointConventionBuilder AsForm(this IEndpointConventionBuilder endpoint, string ratePolicy) =>
        endpoint.WithMetadata(new RatePolicyAttribute(ratePolicy), new RequestSizeLimitAttribute(PageRequest.MaxBytes));

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

            RequestContext.Of(context).Fail(error.Code, null);
            ErrorWriter.SetHeaders(context, error);
            result = await page.ShowAsync(request, PageProblem.Of(error, page.Fields));
        }

        await result.ExecuteAsync(context);
    }

    // Errors that the user can fix in the form or by waiting. Others get the error page.
    private static bool IsShownInForm(AppException error) => error.StatusCode < StatusCodes.Status500InternalServerError || error is IRetryable;
}
