namespace CleanApi.Libs.UnitTests;

public sealed record CardView(string? Title, string? Secret, string? Shade);
