using CleanApi.Application.Common.Paging;

namespace CleanApi.Application.Events;

/// <summary>Which events of an organization are followed.</summary>
/// <param name="Type">A name, or its beginning with <c>.*</c>; null: all.</param>
/// <param name="Subject">What they are about; null: anything.</param>
public sealed record EventFilter(string? Type, EventSubject? Subject)
{
    /// <summary>Whether an event is one of them.</summary>
    public bool Matches(EventResponse one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return (Subject is null || (Subject.Id == one.SubjectId && Subject.Type == one.SubjectType)) && NamePattern.Matches(Type, one.Name);
    }

    /// <summary>What all their names begin with; null: not that alone.</summary>
    public string? Prefix => Type is null ? null : NamePattern.PrefixOf(Type);
}
