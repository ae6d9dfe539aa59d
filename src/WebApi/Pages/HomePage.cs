using CleanApi.WebApi.Common;
using CleanApi.WebApi.Docs;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.Requests;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Pages;

/// <summary>What this service is and where to go on: a page for browsers, JSON with links for other clients.</summary>
internal static class HomePage
{
    /// <summary>Where the page is.</summary>
    public const string Address = "/";

    /// <summary>What is there, by name; the links of the JSON.</summary>
    private static readonly ServiceLinks Links = new("/docs", ApiDocument.Path, ErrorPages.Address, PageAddresses.SignIn, "/health/ready");

    /// <summary>Shows it.</summary>
    public static IResult Show(HttpContext context)
    {
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return HtmlPreference.IsPreferred(context.Request.Headers.Accept)
            ? new PageResult<HomeView, HomeModel>(new HomeModel(Links, SignedInPage.IsFor(context)))
            : Results.Json(new ServiceDocument("CleanApi", Links, new Meta(RequestContext.Of(context).Id)));
    }
}
