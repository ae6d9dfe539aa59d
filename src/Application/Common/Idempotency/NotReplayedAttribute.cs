using CleanApi.Application.Common.Requests;

namespace CleanApi.Application.Common.Idempotency;

/// <summary>A command that is carried out each time that it is sent, whatever key comes with it.</summary>
/// <param name="why">The reason.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NotReplayedAttribute(string why) : Attribute
{
    /// <summary>The reason.</summary>
    public string Why { get; } = why;

    /// <summary>Whether the answer to a type of request is stored under the key that comes with it, and replayed.</summary>
    public static bool AllowsReplay(Type request) =>
        Array.Exists(request.GetInterfaces(), type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ICommand<>))
        && !request.IsDefined(typeof(NotReplayedAttribute), inherit: false);
}
