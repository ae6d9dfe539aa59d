using CleanApi.Application.Users;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Pages;

/// <summary>Who has signed in, and where.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their address.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Organization">The organization's name.</param>
/// <param name="IsFactorRequired">Whether the organization requires a second factor.</param>
public sealed record SignedInPerson(string Name, string Email, string Role, string Organization, bool IsFactorRequired)
{
    private const string Organizations = "organization";

    /// <summary>Returns whoever has signed in; null when nobody has, or their session has ended.</summary>
    internal static async Task<SignedInPerson?> FindAsync(PageRequest request)
    {
        try
        {
            return await GetAsync(request);
        }
        catch (AppException error) when (error is AuthenticationError or AuthorizationError)
        {
            return null;
        }
    }

    /// <summary>Returns whoever has signed in.</summary>
    /// <exception cref="AuthenticationError">Nobody has, or their session has ended.</exception>
    internal static async Task<SignedInPerson> GetAsync(PageRequest request)
    {
        var me = await request.SendAsync(new GetMe { Include = Organizations });
        return new SignedInPerson(me.Name, me.Email.ToString(), me.Role.ToString(), me.Organization!.Name, me.Organization.RequireSecondFactor);
    }
}
