namespace CleanApi.Libs.UnitTests;

public enum Colour
{
    None = 0,
    Red = 1,
    DarkBlue = 2,
}
