namespace MediatR;

/// <summary>Something that has happened; any number of handlers hear of it.</summary>
public interface INotification;
