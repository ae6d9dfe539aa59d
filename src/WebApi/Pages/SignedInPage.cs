using CleanApi.Application.Access;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>Shows who is signed in, and lets them sign out.</summary>
internal static class SignedInPage
{
    /// <summary>The page; to the sign-in page where the session has ended meanwhile.</summary>
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

    /// <summary>Ends the session, and forgets it in any case.</summary>
    public static async Task<IResult> SignOutAsync(HttpContext context, SessionCookies cookies)
    {
        var request = await PageRequest.ReadAsync(context);
        try
        {
            await request.SendAsync(new Logout());
        }
        catch (AuthenticationError)
        {
            // It has ended already.
        }

        cookies.Expire(context);
        return new SeeOther(PageNotice.AtSignIn(PageNotice.SignedOut));
    }
}
