using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>Shows who has signed in and where, their other organizations, and the sign-out button.</summary>
internal static class SignedInPage
{
    /// <summary>Whether the browser has the cookie of a session. Costs no statement, and so does not notice that the session has ended: enough for a link.</summary>
    public static bool IsFor(HttpContext context) => context.Request.Cookies.ContainsKey(SessionCookies.AccessToken);

    /// <summary>
    /// Shows the page; redirects to the sign-in page if the session is no longer valid, and to the second factor if the session is for setting one up only.
    /// </summary>
    public static async Task<IResult> ShowAsync(HttpContext context)
    {
        var request = PageRequest.Of(context);
        if (request.MustEnrol)
        {
            return new SeeOther(PageAddresses.Enrolment);
        }

        try
        {
            var person = await SignedInPerson.GetAsync(request);
            var organizations = await request.SendAsync(new ListMyOrganizations());
            return new PageResult<SignedInView, SignedInModel>(new SignedInModel(
                person, [.. organizations.Items.Where(one => one is { IsCurrent: false, Status: UserStatus.Active })], PageNotice.Asked(request)));
        }
        catch (AuthenticationError)
        {
            return new SeeOther(PageAddresses.SignIn);
        }
    }

    /// <summary>Revokes the session and always deletes the cookies.</summary>
    public static async Task<IResult> SignOutAsync(HttpContext context, SessionCookies cookies)
    {
        var request = await PageRequest.ReadAsync(context);
        await request.SendAsync(Logout.OfBrowser(context.Request.Cookies[SessionCookies.RefreshToken]));
        cookies.Expire(context);
        return new SeeOther(PageNotice.At(PageAddresses.SignIn, PageNotice.SignedOut));
    }

    /// <summary>Exchanges the refresh token for the next pair, for a session whose rights have changed, and goes on.</summary>
    public static async Task<IResult> RenewAsync(HttpContext context)
    {
        var request = await PageRequest.ReadAsync(context);
        try
        {
            return SignInSteps.Next(request, await request.SendAsync(new Refresh(context.Request.Cookies[SessionCookies.RefreshToken])));
        }
        catch (AuthenticationError)
        {
            return new SeeOther(PageAddresses.With(PageAddresses.SignIn, "returnUrl", request.ReturnUrl));
        }
    }
}
