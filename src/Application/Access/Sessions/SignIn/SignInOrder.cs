using CleanApi.Domain.Errors;

namespace CleanApi.Application.Access;

/// <summary>Signs in to one of several organizations.</summary>
internal static class SignInOrder
{
    /// <summary>Signs in to the first one whose user may sign in.</summary>
    /// <param name="candidates">In order of preference; at least one.</param>
    /// <param name="signIn">Signs in to one.</param>
    /// <exception cref="AuthenticationError">The user may sign in to none.</exception>
    public static async Task<TResult> FirstAsync<T, TResult>(IReadOnlyList<T> candidates, Func<T, Task<TResult>> signIn)
    {
        foreach (var candidate in candidates.SkipLast(1))
        {
            try
            {
                return await signIn(candidate);
            }
            catch (AuthenticationError)
            {
                // Deactivated there: the next one.
            }
        }

        return await signIn(candidates[^1]);
    }
}
