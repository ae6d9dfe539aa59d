namespace CleanApi.Application.Common.Events;

/// <summary>The stable name of an event handler, under which its deliveries are stored: renaming the class does not rename it.</summary>
/// <param name="name">Lower-case words: <c>invitations.send-mail</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventHandlerAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
