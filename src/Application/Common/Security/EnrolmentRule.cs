namespace CleanApi.Application.Common.Security;

/// <summary>What callers may send who have yet to set up a second factor.</summary>
public static class EnrolmentRule
{
    /// <summary>What they are told when they send anything else.</summary>
    public const string Denied = "Your organization requires you to set up a second factor first";

    // Flows into what a request sends in its turn, and back to nobody: requests beside it are not let in by it.
    private static readonly AsyncLocal<bool> Within = new();

    /// <summary>Whether they may send a request of this type.</summary>
    public static bool Allows(Type request) => request.IsDefined(typeof(AllowedWhileEnrollingAttribute), inherit: false);

    internal static bool LetsIn<TRequest>(Caller? caller) => caller is not { IsRestricted: true } || Within.Value || For<TRequest>.IsAllowed;

    /// <summary>Goes on with a request; whatever that one sends is part of it.</summary>
    internal static async Task<TResponse> WithinAsync<TResponse>(Func<Task<TResponse>> next)
    {
        Within.Value = true;
        return await next();
    }

    private static class For<TRequest>
    {
        public static readonly bool IsAllowed = Allows(typeof(TRequest));
    }
}
