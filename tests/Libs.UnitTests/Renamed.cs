using MediatR;

namespace CleanApi.Libs.UnitTests;

public sealed record Renamed(string Name) : INotification;
