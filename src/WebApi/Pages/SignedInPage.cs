using CleanApi.Application.Access;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>Shows the signed-in user and the sign-out button.</summary>
internal static class SignedInPage
{
    /// <summary>Whether the browser has the cookie of a session. Costs no statement, and so does not notice that the session has ended: enough for a link.</summary>
    public static bool IsFor(HttpContext context) => context.Request.Cookies.ContainsKey(SessionCookies.AccessToken);

    /// <summary>Shows the page; redirects to the sign-in page if the session is no longer valid.</summary>
    public static async Task<IResult> ShowAsync(HttpContext context)
    {
        try
        {
            var request = PageRequest.Of(context);
            var me = await request.SendAsync(new GetMe());
            return new PageResult<SignedInView, SignedInModel>(
                new SignedInModel(me.Name, me.Email.ToString(), me.Role.ToString(), PageNotice.Text(request.Text("notice"))));
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
        return new SeeOther(PageNotice.AtSignIn(PageNotice.SignedOut));
    }
}
