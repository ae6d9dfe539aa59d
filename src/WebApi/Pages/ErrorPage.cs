using CleanApi.Domain.Errors;
using CleanApi.WebApi.Docs;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.Requests;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Pages;

/// <summary>The page for a failed sign-in, and the error response to a browser navigation, where the API would return JSON.</summary>
internal static class ErrorPage
{
    /// <summary>Shows the page of an error code.</summary>
    public static IResult Show(HttpContext context) => Of(context, ErrorText.Of(context.Request.Query["code"] is [{ } code] ? code : null), StatusCodes.Status200OK);

    /// <summary>
    /// Whether an error of this request is shown as a page: the request is for one of our pages, for an endpoint with [ForBrowsers], or reads an address that
    /// does not exist, or too many that are no part of the API.
    /// </summary>
    public static bool AppliesTo(HttpContext context, AppException error) =>
        (context.Request.Path.StartsWithSegments(PageAddresses.Prefix, StringComparison.Ordinal)
            || context.GetEndpoint()?.Metadata.GetMetadata<ForBrowsersAttribute>() is not null
            || (error.Code is ErrorCodes.NotFound or ErrorCodes.RateLimitExceeded && HttpMethods.IsGet(context.Request.Method)
                && context.GetEndpoint()?.Metadata.GetMetadata<ControllerActionDescriptor>() is null))
        && HtmlPreference.IsPreferred(context.Request.Headers.Accept);

    /// <summary>Writes the page of an error; the response must not have started.</summary>
    public static Task WriteAsync(HttpContext context, AppException error)
    {
        ErrorWriter.SetHeaders(context, error);
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return Of(context, ErrorText.Of(error), error.StatusCode).ExecuteAsync(context);
    }

    private static PageResult<ErrorView, ErrorModel> Of(HttpContext context, ErrorText text, int status) =>
        new(
            new ErrorModel(
                text, RequestContext.Of(context).Id, SignedInPage.IsFor(context),
                context.Request.Path.StartsWithSegments(ErrorPages.Address, StringComparison.Ordinal)),
            status);
}
